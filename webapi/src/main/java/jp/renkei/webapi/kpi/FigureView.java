package jp.renkei.webapi.kpi;

import java.util.List;

/**
 * A figure as a page prints it.
 *
 * @param text the value, or the sign for none
 * @param state why there is no value; empty where there is one
 * @param bounds the lower and the upper bound, empty without either
 * @param counts numerator / denominator, empty without
 * @param respondents how many stand behind it, empty where unknown
 * @param period the point or span of time
 * @param status 確度 in words, empty without
 * @param basis where it comes from, in words
 * @param explanation address of the page that leads it back to its source, empty without
 */
public record FigureView(
    String text,
    String state,
    List<String> bounds,
    String counts,
    String respondents,
    String period,
    String status,
    String statusCode,
    String basis,
    String explanation) {

  public FigureView {
    bounds = List.copyOf(bounds);
  }

  /** The same for a reader to whom the page of the explanation does not show it. */
  public FigureView withoutExplanation() {
    return new FigureView(
        text, state, bounds, counts, respondents, period, status, statusCode, basis, "");
  }

  public boolean isMissing() {
    return !state.isEmpty();
  }
}
