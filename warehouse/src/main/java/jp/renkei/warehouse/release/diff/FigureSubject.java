package jp.renkei.warehouse.release.diff;

import java.time.LocalDate;

/**
 * Which figure it is: a row of gold.kpi_value, or a count of gold.answer_tabulation. What does not
 * apply is the empty text.
 *
 * @param id KPI or question
 * @param definitionVersion 0 for a question
 * @param periodType empty for counts, whose period is that of their round; the days say nothing
 *     then
 * @param option code of the answer that is counted; empty for KPIs and for answers by their state
 * @param answerState value state of the answers that are counted; empty for KPIs
 */
public record FigureSubject(
    Kind kind,
    String id,
    int definitionVersion,
    String level,
    String issuerId,
    String agentId,
    String slice,
    String sliceValue,
    String periodType,
    LocalDate periodStart,
    LocalDate periodEnd,
    String roundId,
    String basis,
    String issuerBasis,
    String option,
    String answerState) {

  /** The table that a figure stands in. */
  public enum Kind {
    KPI("gold.kpi_value"),
    TABULATION("gold.answer_tabulation");

    private final String table;

    Kind(String table) {
      this.table = table;
    }

    public String table() {
      return table;
    }
  }
}
