package jp.renkei.reports.study;

import static jp.renkei.warehouse.jooq.gold.tables.KpiValue.KPI_VALUE;
import static jp.renkei.warehouse.jooq.gold.tables.ResponseStatus.RESPONSE_STATUS;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.renkei.reports.register.Register;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiValueRecord;
import jp.renkei.warehouse.jooq.gold.tables.records.ResponseStatusRecord;
import org.jooq.DSLContext;

/** 回収状況: the response rate by side, size and association, and who is open. */
final class ResponseTables {
  private static final List<String> SLICES = List.of("", "side", "size_band", "association");

  private ResponseTables() {}

  static List<StudyTable> of(DSLContext queries, StudyRound round) {
    return List.of(rates(queries, round), respondents(queries, round));
  }

  private static StudyTable rates(DSLContext queries, StudyRound round) {
    var rows =
        queries
            .selectFrom(KPI_VALUE)
            .where(KPI_VALUE.KPI_ID.eq("response_rate"))
            .and(KPI_VALUE.ROUND_ID.eq(round.roundId()))
            .and(KPI_VALUE.ENTITY_LEVEL.eq("ALL"))
            .fetch()
            .stream()
            .sorted(
                Comparator.<KpiValueRecord>comparingInt(row -> SLICES.indexOf(slice(row)))
                    .thenComparingInt(ResponseTables::place))
            .map(
                row ->
                    List.of(
                        SheetCell.text(
                            slice(row).isEmpty() ? "全体" : CodeLabels.japanese("slice", slice(row))),
                        SheetCell.text(
                            slice(row).isEmpty()
                                ? "全体"
                                : CodeLabels.sliceValue(slice(row), row.getSliceValue())),
                        Cells.count(row.getDenominator()),
                        Cells.count(row.getNumerator()),
                        Cells.share(row.getNumerator(), row.getDenominator())))
            .toList();
    return new StudyTable(
        "回収率（" + round.roundId() + "、調査時点 " + PeriodText.date(round.referenceDate()) + "）",
        List.of("提出が受理された先（期限後を含む）を母集団で割る。発行枚数規模はカード会社だけの区分。協会加盟は、それぞれの業界の協会。"),
        "提出の記録、母集団、登録簿",
        List.of("切り口", "区分", "母集団", "受理", "回収率"),
        rows);
  }

  private static String slice(KpiValueRecord row) {
    return Objects.requireNonNullElse(row.getSlice(), "");
  }

  private static int place(KpiValueRecord row) {
    return slice(row).isEmpty() ? 0 : CodeLabels.codes(slice(row)).indexOf(row.getSliceValue());
  }

  private static StudyTable respondents(DSLContext queries, StudyRound round) {
    Map<String, String> names = names(queries, round.referenceDate());
    var order = List.of("NOT_SUBMITTED", "REFUSED", "LATE");
    var rows =
        queries
            .selectFrom(RESPONSE_STATUS)
            .where(RESPONSE_STATUS.ROUND_ID.eq(round.roundId()))
            .and(RESPONSE_STATUS.STATE.in(order).or(RESPONSE_STATUS.CORRECTION_REASON.isNotNull()))
            .fetch()
            .stream()
            .sorted(
                Comparator.<ResponseStatusRecord>comparingInt(
                        row -> order.indexOf(row.getState()) & Integer.MAX_VALUE)
                    .thenComparing(row -> "AGENT".equals(row.getSide()))
                    .thenComparing(ResponseStatusRecord::getRespondentId))
            .map(row -> respondent(row, names))
            .toList();
    return new StudyTable(
        "未提出、差戻し、期限後、訂正の先",
        List.of("受理された回答のない先を先に示す。差戻しは、提出されたもののうち受理できたものがない先。"),
        "提出の記録",
        List.of("状態", "回答者ID", "名称", "区分", "発行枚数規模", "協会加盟", "提出回数", "回収期限", "猶予の最終日", "訂正理由"),
        rows);
  }

  private static List<SheetCell> respondent(ResponseStatusRecord row, Map<String, String> names) {
    String state = CodeLabels.japanese("response_state", row.getState());
    Boolean isMember = row.getIsAssociationMember();
    return List.of(
        SheetCell.text(row.getIsInFrame() ? state : state + "（母集団外）"),
        SheetCell.text(row.getRespondentId()),
        SheetCell.text(names.getOrDefault(row.getRespondentId(), "")),
        SheetCell.text(CodeLabels.japanese("side", row.getSide())),
        SheetCell.text(
            row.getSizeBand() == null ? "" : CodeLabels.japanese("size_band", row.getSizeBand())),
        SheetCell.text(
            isMember == null
                ? ""
                : CodeLabels.japanese("association", isMember ? "MEMBER" : "NON_MEMBER")),
        Cells.count(row.getSubmissions()),
        SheetCell.date(Optional.ofNullable(row.getDueDate())),
        SheetCell.date(Optional.ofNullable(row.getLastDay())),
        SheetCell.text(Optional.ofNullable(row.getCorrectionReason())));
  }

  private static Map<String, String> names(DSLContext queries, LocalDate day) {
    var names = new HashMap<>(Register.agentNames(queries, true));
    Register.issuers(queries, day).forEach((id, issuer) -> names.put(id, issuer.nameJa()));
    return names;
  }
}
