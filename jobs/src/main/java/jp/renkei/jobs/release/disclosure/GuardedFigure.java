package jp.renkei.jobs.release.disclosure;

/**
 * A figure where it is decided on.
 *
 * @param group place of its group
 * @param openness what of the group is open
 * @param index its place in the group
 */
record GuardedFigure(int group, Openness openness, int index) {
  Figure figure() {
    return openness.figures().get(index);
  }

  /** Whether it is suppressed, and not for its statistic alone, which tells nothing of counts. */
  boolean isCountHidden() {
    return openness.reason(index).filter(reason -> !reason.isOfStatistic()).isPresent();
  }

  boolean isOfUse() {
    return openness.isOfUse(index);
  }

  void suppress(Reason reason) {
    openness.suppress(index, reason);
  }
}
