package jp.renkei.reports.figure;

import static jp.renkei.warehouse.jooq.gold.tables.KpiComment.KPI_COMMENT;
import static jp.renkei.warehouse.jooq.gold.tables.KpiValue.KPI_VALUE;

import java.util.ArrayList;
import java.util.Arrays;
import jp.renkei.warehouse.jooq.gold.tables.KpiComment;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/**
 * The rows of gold.kpi_value as they leave the product, all columns of the table, and behind them
 * {@code issuer_comment} and {@code agent_comment}: what a figure's companies say of it.
 */
public final class KpiRows {
  private KpiRows() {}

  /** Those that a condition on gold.kpi_value holds for; the caller puts them in order. */
  public static SelectConditionStep<Record> of(DSLContext queries, Condition condition) {
    var ofIssuer = KPI_COMMENT.as("of_issuer");
    var ofAgent = KPI_COMMENT.as("of_agent");
    var columns = new ArrayList<Field<?>>(Arrays.asList(KPI_VALUE.fields()));
    columns.add(ofIssuer.COMMENT.as("issuer_comment"));
    columns.add(ofAgent.COMMENT.as("agent_comment"));
    return queries
        .select(columns)
        .from(KPI_VALUE)
        .leftJoin(ofIssuer)
        .on(isOnFigure(ofIssuer, "ISSUER"))
        .leftJoin(ofAgent)
        .on(isOnFigure(ofAgent, "AGENT"))
        .where(condition);
  }

  /** As {@link KpiFigure.Id}: a figure by the companies of then and by today's is one. */
  private static Condition isOnFigure(KpiComment comment, String side) {
    return comment
        .SIDE
        .eq(side)
        .and(comment.KPI_ID.eq(KPI_VALUE.KPI_ID))
        .and(comment.DEFINITION_VERSION.eq(KPI_VALUE.DEFINITION_VERSION))
        .and(comment.ENTITY_LEVEL.eq(KPI_VALUE.ENTITY_LEVEL))
        .and(comment.ISSUER_ID.isNotDistinctFrom(KPI_VALUE.ISSUER_ID))
        .and(comment.AGENT_ID.isNotDistinctFrom(KPI_VALUE.AGENT_ID))
        .and(comment.SLICE.isNotDistinctFrom(KPI_VALUE.SLICE))
        .and(comment.SLICE_VALUE.isNotDistinctFrom(KPI_VALUE.SLICE_VALUE))
        .and(comment.PERIOD_TYPE.eq(KPI_VALUE.PERIOD_TYPE))
        .and(comment.PERIOD_START.eq(KPI_VALUE.PERIOD_START))
        .and(comment.BASIS.eq(KPI_VALUE.BASIS));
  }
}
