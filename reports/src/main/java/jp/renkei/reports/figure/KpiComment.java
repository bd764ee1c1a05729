package jp.renkei.reports.figure;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiCommentRecord;

/**
 * What one side says of one figure: its right of reply. The words are the company's own and are
 * shown as plain text.
 *
 * @param side ISSUER or AGENT, of a pair's figure either
 * @param companyId of the company whose words these are
 * @param statedOn empty where the file gave none
 */
public record KpiComment(
    KpiFigure.Id figure, String side, String companyId, String text, Optional<LocalDate> statedOn) {
  private static final String ISSUER = "ISSUER";

  /** The same words whatever slice they are on, so that they can be said once. */
  public KpiComment onWhole() {
    return new KpiComment(figure.whole(), side, companyId, text, statedOn);
  }

  static KpiComment of(KpiCommentRecord row) {
    var figure =
        new KpiFigure.Id(
            row.getKpiId(),
            Objects.requireNonNullElse(row.getDefinitionVersion(), 1L),
            Objects.requireNonNullElse(row.getEntityLevel(), ""),
            Optional.ofNullable(row.getIssuerId()),
            Optional.ofNullable(row.getAgentId()),
            Optional.ofNullable(row.getSlice()),
            Optional.ofNullable(row.getSliceValue()),
            row.getPeriodType(),
            row.getPeriodStart(),
            Objects.requireNonNullElse(row.getBasis(), ""));
    String side = Objects.requireNonNullElse(row.getSide(), "");
    return new KpiComment(
        figure,
        side,
        (side.equals(ISSUER) ? figure.issuerId() : figure.agentId()).orElse(""),
        Objects.requireNonNullElse(row.getComment(), ""),
        Optional.ofNullable(row.getStatedOn()));
  }
}
