package jp.renkei.webapi.comments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.reports.explain.FigureChoice;
import jp.renkei.reports.figure.KpiFigure;

/**
 * What a comment stands beside, as landing names it: one of a respondent's figures, or, without a
 * level, all of one KPI and period that have no comment of their own. What does not matter is
 * empty.
 *
 * @param period 2026-03-31, 2026-03, FY2025Q4 or FY2025
 * @param level ISSUER, AGENT or PAIR
 * @param version of the figure's definition
 */
record FigureKey(
    String respondentId,
    String kpiId,
    String period,
    String level,
    String counterpartyId,
    String slice,
    String sliceValue,
    String basis,
    String version) {
  private static final String PAIR = "PAIR";

  /** Of one of the respondent's own figures. */
  static FigureKey of(String respondentId, KpiFigure figure) {
    return new FigureKey(
        respondentId,
        figure.kpiId(),
        FigureChoice.period(figure.periodType(), figure.periodStart()),
        figure.level(),
        counterparty(respondentId, figure).orElse(""),
        figure.slice().orElse(""),
        figure.sliceValue().orElse(""),
        figure.basis(),
        Long.toString(figure.definitionVersion()));
  }

  /** The other side of a pair; empty for a figure of the company alone. */
  static Optional<String> counterparty(String respondentId, KpiFigure figure) {
    return figure.level().equals(PAIR)
        ? Stream.of(figure.issuerId(), figure.agentId())
            .flatMap(Optional::stream)
            .filter(id -> !id.equals(respondentId))
            .findFirst()
        : Optional.empty();
  }

  /** All figures of the KPI and period. */
  FigureKey ofPeriod() {
    return new FigureKey(respondentId, kpiId, period, "", "", "", "", "", "");
  }

  boolean isOfPeriod() {
    return level.isEmpty();
  }

  /** The names that a statement on this figure itself may give it, the closest first. */
  List<FigureKey> names() {
    return List.of(this, named(basis, ""), named("", version), named("", ""));
  }

  private FigureKey named(String ofBasis, String ofVersion) {
    return new FigureKey(
        respondentId, kpiId, period, level, counterpartyId, slice, sliceValue, ofBasis, ofVersion);
  }

  /** The place within the page: readable, and of this figure alone. */
  String anchor() {
    String place = respondentId + "-" + kpiId + "-" + period;
    return isOfPeriod()
        ? place
        : place
            + "-"
            + Integer.toHexString(
                List.of(level, counterpartyId, slice, sliceValue, basis, version).hashCode());
  }
}
