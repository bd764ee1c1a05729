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
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiValueRecord;
import jp.renkei.warehouse.jooq.gold.tables.records.ResponseStatusRecord;
import org.jooq.DSLContext;

/** 回収状況: the response rate by side, size and association, and who is open. */
final class ResponseTables {
  private static final List<String> SLICES = List.of("", "side", "size_band", "association");

  private ResponseTables() {}

  static List<StudyTable> of(DSLContext queries, StudyRound round, StudyWords words) {
    return List.of(rates(queries, round, words), respondents(queries, round, words));
  }

  private static StudyTable rates(DSLContext queries, StudyRound round, StudyWords words) {
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
                            slice(row).isEmpty()
                                ? words.of("全体", "Whole")
                                : words.code("slice", slice(row))),
                        SheetCell.text(
                            slice(row).isEmpty()
                                ? words.of("全体", "Whole")
                                : words == StudyWords.JAPANESE
                                    ? CodeLabels.sliceValue(slice(row), row.getSliceValue())
                                    : words.code(slice(row), row.getSliceValue())),
                        Cells.count(row.getDenominator()),
                        Cells.count(row.getNumerator()),
                        Cells.share(row.getNumerator(), row.getDenominator())))
            .toList();
    return new StudyTable(
        words.of("回収率（", "Response rates (")
            + round.roundId()
            + words.of("、調査時点 ", ", as of ")
            + words.date(round.referenceDate())
            + words.of("）", ")"),
        List.of(
            words.of(
                "提出が受理された先（期限後を含む）を母集団で割る。発行枚数規模はカード会社だけの区分。協会加盟は、それぞれの業界の協会。",
                "Accepted answers (late ones too) divided by the frame. Size bands are of card issuers only; association is each trade's own.")),
        words.of("提出の記録、母集団、登録簿", "Submissions, frames and registers"),
        List.of(
            words.of("切り口", "Slice"),
            words.of("区分", "Value"),
            words.of("母集団", "Frame"),
            words.of("受理", "Accepted"),
            words.of("回収率", "Response rate")),
        rows);
  }

  private static String slice(KpiValueRecord row) {
    return Objects.requireNonNullElse(row.getSlice(), "");
  }

  private static int place(KpiValueRecord row) {
    return slice(row).isEmpty() ? 0 : CodeLabels.codes(slice(row)).indexOf(row.getSliceValue());
  }

  private static StudyTable respondents(DSLContext queries, StudyRound round, StudyWords words) {
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
            .map(row -> respondent(row, names, words))
            .toList();
    return new StudyTable(
        words.of("未提出、差戻し、期限後、訂正の先", "Not answered, refused, late or corrected"),
        List.of(
            words.of(
                "受理された回答のない先を先に示す。差戻しは、提出されたもののうち受理できたものがない先。",
                "Those without an accepted answer come first. Refused: something came in, and nothing of it could be accepted.")),
        words.of("提出の記録", "Submissions"),
        List.of(
            words.of("状態", "State"),
            words.of("回答者ID", "Respondent ID"),
            words.of("名称", "Name"),
            words.of("区分", "Value"),
            words.of("発行枚数規模", "Size band"),
            words.of("協会加盟", "Association"),
            words.of("提出回数", "Submissions"),
            words.of("回収期限", "Due date"),
            words.of("猶予の最終日", "Last day of grace"),
            words.of("訂正理由", "Reason of the correction")),
        rows);
  }

  private static List<SheetCell> respondent(
      ResponseStatusRecord row, Map<String, String> names, StudyWords words) {
    String state = words.code("response_state", row.getState());
    Boolean isMember = row.getIsAssociationMember();
    return List.of(
        SheetCell.text(
            row.getIsInFrame()
                ? state
                : state + words.inBrackets(words.of("母集団外", "outside the frame"))),
        SheetCell.text(row.getRespondentId()),
        SheetCell.text(names.getOrDefault(row.getRespondentId(), "")),
        SheetCell.text(words.code("side", row.getSide())),
        SheetCell.text(row.getSizeBand() == null ? "" : words.code("size_band", row.getSizeBand())),
        SheetCell.text(
            isMember == null ? "" : words.code("association", isMember ? "MEMBER" : "NON_MEMBER")),
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
