package jp.renkei.jobs.bronze;

import jp.renkei.surveys.Problem;

/** A landed file that cannot be taken in this run; nothing of it is kept. */
final class NotTakenException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  NotTakenException(Problem problem) {
    super(problem.english());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
