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
    String basis) {

  public FigureView {
    bounds = List.copyOf(bounds);
  }

  public boolean isMissing() {
    return !state.isEmpty();
  }
}
