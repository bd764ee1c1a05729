package jp.renkei.surveys;

/**
 * What a respondent says about a value. (SUPPRESSED is disclosure control's, not a respondent's.)
 */
public enum ValueState {
  REPORTED,
  NOT_ANSWERED,
  NOT_APPLICABLE,
  UNKNOWN,
  WITHHELD
}
