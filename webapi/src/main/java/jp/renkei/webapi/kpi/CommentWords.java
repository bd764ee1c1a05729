package jp.renkei.webapi.kpi;

import jp.renkei.reports.figure.KpiComment;
import jp.renkei.webapi.frame.Frame;

/** Puts what companies say of their figures into the words of a page. */
public final class CommentWords {
  private final Frame frame;

  public CommentWords(Frame frame) {
    this.frame = frame;
  }

  /**
   * A comment with the side that made it.
   *
   * @param about the figure or the company, where the place does not say it; else empty
   */
  public CommentView of(KpiComment comment, String about) {
    return new CommentView(
        frame.text("comment.side." + comment.side()),
        about,
        comment.text(),
        comment.statedOn().map(frame::date));
  }
}
