package jp.renkei.jobs.release.disclosure;

/** Why a figure is suppressed. */
public enum Reason {
  /** Too few respondents stand behind it. */
  FEW_RESPONDENTS,
  /** Nearly all of a sum comes from one or two respondents. */
  DOMINANCE,
  /** Too few respondents for a median. */
  MEDIAN,
  /** Too few respondents for quartiles. */
  QUARTILES,
  /** With it published, what is left of a total would not pass. */
  REMAINDER,
  /** With it published, another suppressed figure could be worked out. */
  COMPLEMENT,
  /** Suppressed in the release that was published before, and unchanged since. */
  EARLIER;

  /** Whether it is for the statistic that a figure goes, and not for what is counted in it. */
  boolean isOfStatistic() {
    return this == MEDIAN || this == QUARTILES;
  }

  /** Whether a figure is suppressed for what it tells itself, and not for the sake of another. */
  boolean isOfItself() {
    return this == FEW_RESPONDENTS || this == DOMINANCE || this == MEDIAN || this == QUARTILES;
  }
}
