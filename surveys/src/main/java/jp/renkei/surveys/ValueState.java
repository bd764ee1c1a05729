package jp.renkei.surveys;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a respondent says about a value. (SUPPRESSED is disclosure control's, not a respondent's.)
 */
public enum ValueState {
  REPORTED("値あり"),
  NOT_ANSWERED("無回答"),
  NOT_APPLICABLE("該当なし"),
  UNKNOWN("不明"),
  WITHHELD("回答を控える");

  private final String labelJa;

  ValueState(String labelJa) {
    this.labelJa = labelJa;
  }

  /** What stands in the drop-down of a form. */
  public String labelJa() {
    return labelJa;
  }

  /** The state with that code or that label. */
  public static Optional<ValueState> of(String codeOrLabel) {
    return Arrays.stream(values())
        .filter(state -> state.name().equals(codeOrLabel) || state.labelJa.equals(codeOrLabel))
        .findFirst();
  }
}
