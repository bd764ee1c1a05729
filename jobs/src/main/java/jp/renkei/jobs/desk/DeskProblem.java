package jp.renkei.jobs.desk;

import jp.renkei.jobs.DataProblemException;

/** What the desk cannot do, told in Japanese to whoever asked. */
public final class DeskProblem extends DataProblemException {
  private static final long serialVersionUID = 1L;

  public DeskProblem(String japanese) {
    super(japanese);
  }
}
