package jp.renkei.webapi.frame;

/** Makes one page or file from a release; the same request always gives the same bytes. */
@FunctionalInterface
public interface PageSource {
  /**
   * Makes the answer.
   *
   * @throws NotShown when the release has nothing under that address
   */
  Answer answer(PageRequest request);
}
