package jp.renkei.reports.figure;

import static jp.renkei.warehouse.jooq.gold.tables.KpiComment.KPI_COMMENT;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Reads what companies say of their figures, by company, KPI and period. */
public final class KpiComments {
  private KpiComments() {}

  /** Of every card company that the file names. */
  public static List<KpiComment> ofIssuers(DSLContext queries) {
    return read(queries, KPI_COMMENT.ISSUER_ID.isNotNull());
  }

  /** Of one card company. */
  public static List<KpiComment> ofIssuer(DSLContext queries, String issuerId) {
    return read(queries, KPI_COMMENT.ISSUER_ID.eq(issuerId));
  }

  private static List<KpiComment> read(DSLContext queries, Condition condition) {
    return queries
        .selectFrom(KPI_COMMENT)
        .where(condition)
        .orderBy(
            KPI_COMMENT.ISSUER_ID.asc().nullsLast(),
            KPI_COMMENT.AGENT_ID.asc().nullsLast(),
            KPI_COMMENT.KPI_ID,
            KPI_COMMENT.PERIOD_START,
            KPI_COMMENT.PERIOD_TYPE)
        .fetch(
            row ->
                new KpiComment(
                    row.getKpiId(),
                    Optional.ofNullable(row.getIssuerId()),
                    Optional.ofNullable(row.getAgentId()),
                    row.getPeriodType(),
                    row.getPeriodStart(),
                    row.getPeriodEnd(),
                    row.getComment(),
                    Optional.ofNullable(row.getStatedOn())));
  }
}
