package jp.renkei.webapi.issuers;

import static jp.renkei.warehouse.jooq.gold.tables.LinkageCell.LINKAGE_CELL;
import static jp.renkei.warehouse.jooq.silver.tables.SurveyRound.SURVEY_ROUND;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.renkei.reports.figure.KpiComment;
import jp.renkei.reports.figure.KpiComments;
import jp.renkei.reports.figure.KpiDefinitions;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.register.Register;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.kpi.CommentView;
import jp.renkei.webapi.kpi.CommentWords;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** An issuer's connections in a round, as both sides state them. */
final class Cells {
  private static final String SEGMENT = "segment";

  private final Frame frame;
  private final KpiDefinitions definitions;
  private final KpiComments comments;

  Cells(Frame frame, KpiDefinitions definitions, KpiComments comments) {
    this.frame = frame;
    this.definitions = definitions;
    this.comments = comments;
  }

  List<IssuerPage.Cell> ofIssuer(DSLContext queries, String issuerId, LocalDate referenceDate) {
    var ofPairs =
        comments.all().stream()
            .filter(one -> one.figure().level().equals("PAIR"))
            .filter(one -> one.figure().issuerId().equals(Optional.of(issuerId)))
            .filter(one -> one.figure().periodType().equals(KpiFigure.POINT))
            .filter(one -> one.figure().periodStart().equals(referenceDate))
            .toList();
    var seen = new HashSet<String>();
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
                    contract(row.getIssuerContractStatus()),
                    contract(row.getAgentContractStatus()),
                    count(row.getIssuerAccounts()),
                    count(row.getAgentAccounts()),
                    count(row.getScrapingAccounts()),
                    Objects.requireNonNullElse(row.getReconciliation(), ""),
                    Optional.ofNullable(row.getWitnessed()),
                    comments(
                        ofPairs, row.getAgentId(), row.getSegment(), seen.add(row.getAgentId()))));
  }

  /** Those of the row's segment; what is of none stands in the first row of the pair. */
  private List<CommentView> comments(
      List<KpiComment> ofPairs, String agentId, String segment, boolean isFirst) {
    var view = new CommentWords(frame);
    return ofPairs.stream()
        .filter(one -> one.figure().agentId().equals(Optional.of(agentId)))
        .filter(
            one ->
                one.figure().slice().equals(Optional.of(SEGMENT))
                    ? one.figure().sliceValue().equals(Optional.ofNullable(segment))
                    : isFirst)
        .map(one -> view.of(one, title(one.figure())))
        .toList();
  }

  private String title(KpiFigure.Id figure) {
    String title =
        definitions
            .find(figure.kpiId(), figure.definitionVersion())
            .map(one -> one.title(frame.isJapanese()))
            .orElse(figure.kpiId());
    return figure
        .slice()
        .filter(slice -> !slice.equals(SEGMENT))
        .map(slice -> title + "・" + frame.word(slice, figure.sliceValue().orElse("")))
        .orElse(title);
  }

  private Optional<String> contract(String status) {
    return Optional.ofNullable(status).map(code -> frame.word("contract_status", code));
  }

  private static Optional<String> count(Long value) {
    return Optional.ofNullable(value).map(KpiFormat::count);
  }
}
