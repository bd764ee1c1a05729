package jp.renkei.webapi.issuers;

import static jp.renkei.warehouse.jooq.gold.tables.LinkageCell.LINKAGE_CELL;
import static jp.renkei.warehouse.jooq.silver.tables.SurveyRound.SURVEY_ROUND;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.renkei.reports.register.Register;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.webapi.frame.Frame;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** An issuer's connections in a round, as both sides state them. */
final class Cells {
  private Cells() {}

  static List<IssuerPage.Cell> ofIssuer(
      DSLContext queries, Frame frame, String issuerId, LocalDate referenceDate) {
    var agents = Register.agentNames(queries, frame.isJapanese());
    return queries
        .selectFrom(LINKAGE_CELL)
        .where(LINKAGE_CELL.ISSUER_ID.eq(issuerId))
        .and(
            LINKAGE_CELL.ROUND_ID.in(
                DSL.select(SURVEY_ROUND.ROUND_ID)
                    .from(SURVEY_ROUND)
                    .where(SURVEY_ROUND.REFERENCE_DATE.eq(referenceDate))))
        .orderBy(LINKAGE_CELL.AGENT_ID, LINKAGE_CELL.SEGMENT.desc())
        .fetch(
            row ->
                new IssuerPage.Cell(
                    agents.getOrDefault(row.getAgentId(), row.getAgentId()),
                    frame.word("segment", Objects.requireNonNullElse(row.getSegment(), "")),
                    contract(frame, row.getIssuerContractStatus()),
                    contract(frame, row.getAgentContractStatus()),
                    count(row.getIssuerAccounts()),
                    count(row.getAgentAccounts()),
                    count(row.getScrapingAccounts()),
                    Objects.requireNonNullElse(row.getReconciliation(), ""),
                    Optional.ofNullable(row.getWitnessed())));
  }

  private static Optional<String> contract(Frame frame, String status) {
    return Optional.ofNullable(status).map(code -> frame.word("contract_status", code));
  }

  private static Optional<String> count(Long value) {
    return Optional.ofNullable(value).map(KpiFormat::count);
  }
}
