package jp.renkei.reports.study;

import static jp.renkei.warehouse.jooq.gold.tables.AdoptionTransition.ADOPTION_TRANSITION;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.workbook.SheetCell;
import org.jooq.DSLContext;

/** 表1: from the status in the round before to the one in this round, whole and chosen issuers. */
final class TransitionTables {
  private static final String STATUS = "issuer_adoption_status";

  private TransitionTables() {}

  /** A status before (empty in the first round) and now. */
  private record Step(String from, String to) {}

  static List<StudyTable> of(DSLContext queries, StudyRound round, StudyWords words) {
    var groups = new LinkedHashMap<String, Map<Step, Long>>();
    var previous = new ArrayList<String>();
    queries
        .selectFrom(ADOPTION_TRANSITION)
        .where(ADOPTION_TRANSITION.ROUND_ID.eq(round.roundId()))
        .orderBy(ADOPTION_TRANSITION.ISSUER_GROUP.asc().nullsFirst())
        .forEach(
            row -> {
              if (row.getPreviousRoundId() != null) {
                previous.add(row.getPreviousRoundId());
              }
              groups
                  .computeIfAbsent(
                      Objects.requireNonNullElse(
                          row.getIssuerGroup(), words.of("カード会社全体", "All card issuers")),
                      group -> new LinkedHashMap<>())
                  .put(
                      new Step(
                          Objects.requireNonNullElse(row.getFromStatus(), ""), row.getToStatus()),
                      row.getIssuers());
            });
    var tables = new ArrayList<StudyTable>();
    groups.forEach(
        (group, steps) ->
            tables.add(
                previous.isEmpty()
                    ? first(group, round, steps, words)
                    : matrix(group, previous.get(0), round, steps, words)));
    return tables;
  }

  private static StudyTable first(
      String group, StudyRound round, Map<Step, Long> steps, StudyWords words) {
    var statuses = CodeLabels.codes(STATUS);
    var rows = new ArrayList<List<SheetCell>>();
    rows.add(
        row(
            words.of("社数", "Companies"),
            statuses.stream().map(to -> steps.getOrDefault(new Step("", to), 0L)).toList()));
    return new StudyTable(
        group + words.inBrackets(round.roundId()),
        List.of(words.of("前の調査回はない。", "There is no round before.")),
        words.issuerSurvey("A2_01"),
        head(words.of("今回", "This round"), words),
        rows);
  }

  private static StudyTable matrix(
      String group, String previous, StudyRound round, Map<Step, Long> steps, StudyWords words) {
    var statuses = CodeLabels.codes(STATUS);
    var rows = new ArrayList<List<SheetCell>>();
    for (var from : statuses) {
      rows.add(
          row(
              words.code(STATUS, from),
              statuses.stream().map(to -> steps.getOrDefault(new Step(from, to), 0L)).toList()));
    }
    rows.add(
        row(
            words.of("計", "Total"),
            statuses.stream()
                .map(
                    to ->
                        steps.entrySet().stream()
                            .filter(step -> step.getKey().to().equals(to))
                            .mapToLong(Map.Entry::getValue)
                            .sum())
                .toList()));
    return new StudyTable(
        group + words.inBrackets(previous + words.of(" から ", " to ") + round.roundId()),
        List.of(
            words.of(
                "縦が前回、横が今回の状況。商品ラインのいずれかが導入済みの会社を導入済みとし、未回答の商品ラインが残る会社は一部未回答とする。",
                "Down: the round before; across: this round. A company is live when any of its lines is, and partly not reported when a line lacks an answer."),
            words.of(
                "増減は、両方の回で状況が判明した会社（一部未回答、未提出、母集団外を除く）の間で読む。",
                "Read changes among companies that are known in both rounds (not partly reported, silent or outside the frame).")),
        words.issuerSurvey("A2_01"),
        head(words.of("前回＼今回", "Before \\ now"), words),
        rows);
  }

  private static List<String> head(String corner, StudyWords words) {
    var head = new ArrayList<String>(List.of(corner));
    CodeLabels.codes(STATUS).forEach(code -> head.add(words.code(STATUS, code)));
    head.add(words.of("計", "Total"));
    return head;
  }

  private static List<SheetCell> row(String name, List<Long> counts) {
    var cells = new ArrayList<SheetCell>(List.of(SheetCell.text(name)));
    counts.forEach(count -> cells.add(Cells.count(count)));
    cells.add(Cells.count(counts.stream().mapToLong(Long::longValue).sum()));
    return cells;
  }
}
