package jp.renkei.surveys;

/**
 * What a respondent says about a value. (SUPPRESSED is disclosure control's, not a respondent's.)
 */
public enum ValueState {
  REPORTED("値あり"),
  NOT_ANSWERED("無回答"),
  NOT_APPLICABLE("該当なし"),
  UNKNOWN("不明"),
  WITHHELD("回答を控える");

  private final String label;

  ValueState(String label) {
    this.label = label;
  }

  /** Japanese, as it stands in the forms. */
  public String label() {
    return label;
  }
}
