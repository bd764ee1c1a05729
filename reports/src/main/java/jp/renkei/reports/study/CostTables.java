package jp.renkei.reports.study;

import static jp.renkei.warehouse.jooq.gold.tables.AdoptionCost.ADOPTION_COST;
import static jp.renkei.warehouse.jooq.gold.tables.CostPerAccount.COST_PER_ACCOUNT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.warehouse.jooq.gold.tables.records.CostPerAccountRecord;
import jp.renkei.warehouse.rules.Bands;
import org.jooq.DSLContext;

/** 表3: what API linkage costs by size and status, and the two ends of the cost per account. */
final class CostTables {
  private static final String STATUS = "issuer_adoption_status";
  private static final String SIZE = "size_band";
  private static final String UNKNOWN_COST = "";

  private CostTables() {}

  /** A row of the cross table, in the order of the bands and statuses. */
  private record Group(String size, String status) implements Comparable<Group> {
    private static final Comparator<Group> ORDER =
        Comparator.<Group>comparingInt(group -> CodeLabels.codes(SIZE).indexOf(group.size()))
            .thenComparingInt(group -> CodeLabels.codes(STATUS).indexOf(group.status()));

    @Override
    public int compareTo(Group other) {
      return ORDER.compare(this, other);
    }
  }

  private static Map<String, String> questions(StudyWords words) {
    return new TreeMap<>(
        Map.of(
            "A12_01", words.of("導入の初期費用", "Initial cost of adoption"),
            "A12_02", words.of("運用の年間費用", "Yearly cost of operation")));
  }

  static List<StudyTable> of(DSLContext queries, StudyRound round, StudyWords words) {
    var tables = new ArrayList<StudyTable>();
    questions(words)
        .forEach((question, title) -> tables.add(cross(queries, round, question, title, words)));
    tables.add(perAccount(queries, round, words));
    return tables;
  }

  private static StudyTable cross(
      DSLContext queries, StudyRound round, String question, String title, StudyWords words) {
    var counts = new TreeMap<Group, Map<String, Long>>();
    queries
        .selectFrom(ADOPTION_COST)
        .where(ADOPTION_COST.ROUND_ID.eq(round.roundId()))
        .and(ADOPTION_COST.QUESTION_ID.eq(question))
        .forEach(
            row ->
                counts
                    .computeIfAbsent(
                        new Group(row.getSizeBand(), row.getAdoptionStatus()),
                        group -> new TreeMap<>())
                    .merge(
                        Objects.requireNonNullElse(row.getCostBand(), UNKNOWN_COST),
                        row.getIssuers(),
                        Long::sum));
    var bands = Bands.ofCost().bands();
    var head =
        new ArrayList<String>(
            List.of(words.of("発行枚数規模", "Size by cards issued"), words.of("導入状況", "Adoption")));
    bands.forEach(band -> head.add(band.labelJa()));
    head.add(words.of("回答なし等", "No answer"));
    head.add(words.of("計", "Total"));
    var rows = new ArrayList<List<SheetCell>>();
    counts.forEach(
        (group, byBand) -> {
          var row = new ArrayList<SheetCell>();
          row.add(SheetCell.text(words.code(SIZE, group.size())));
          row.add(SheetCell.text(words.code(STATUS, group.status())));
          bands.forEach(band -> row.add(Cells.count(byBand.getOrDefault(band.code(), 0L))));
          row.add(Cells.count(byBand.getOrDefault(UNKNOWN_COST, 0L)));
          row.add(Cells.count(byBand.values().stream().mapToLong(Long::longValue).sum()));
          rows.add(row);
        });
    return new StudyTable(
        title
            + words.inBrackets(question)
            + words.of("×規模×導入状況（社数）", " by size and adoption (companies)"),
        List.of(
            words.of(
                "提出が受理されたカード会社の数。「回答なし等」は無回答、該当なし、不明、回答を控えたもの。",
                "Card issuers whose answers were accepted. 'No answer' holds not answered, not applicable, unknown and withheld.")),
        words.issuerSurvey(question),
        head,
        rows);
  }

  private static StudyTable perAccount(DSLContext queries, StudyRound round, StudyWords words) {
    var order = List.of("", SIZE, "adoption_status");
    var rows =
        queries
            .selectFrom(COST_PER_ACCOUNT)
            .where(COST_PER_ACCOUNT.ROUND_ID.eq(round.roundId()))
            .fetch()
            .stream()
            .sorted(
                Comparator.comparing(CostPerAccountRecord::getQuestionId)
                    .thenComparing(row -> order.indexOf(slice(row)))
                    .thenComparing(CostTables::place))
            .map(row -> perAccount(row, words))
            .toList();
    return new StudyTable(
        words.of("連携アカウント1件当たりの費用（幅）", "Cost per linked account (bounds)"),
        List.of(
            words.of(
                "費用は区分で尋ねているため、区分の下限と上限をそれぞれ合計し、連携アカウント数（API、カード会社の申告）の合計で割る。真の値はこの間にあり、中間の値は示さない。",
                "Costs are asked in bands: their lower and their upper ends are summed and divided by the linked accounts (API, as card issuers state them). The true value lies between the two; no middle is shown."),
            words.of(
                "上限のない区分（1億円以上）を含むときは、上限は「－」。費用の区分と連携アカウント数の両方が分かり、1件以上ある会社だけで計算する。",
                "A band without an upper end leaves the upper bound open. Only companies that state both a band and at least one account are counted.")),
        words.issuerSurvey("A9_03, A12_01, A12_02"),
        List.of(
            words.of("費用", "Cost"),
            words.of("範囲", "Scope"),
            words.of("社数", "Companies"),
            words.of("連携アカウント数", "Linked accounts"),
            words.of("費用の下限", "Cost, lower bound"),
            words.of("費用の上限", "Cost, upper bound"),
            words.of("1件当たりの下限", "Per account, lower"),
            words.of("1件当たりの上限", "Per account, upper")),
        rows);
  }

  private static String slice(CostPerAccountRecord row) {
    return Objects.requireNonNullElse(row.getSlice(), "");
  }

  private static int place(CostPerAccountRecord row) {
    return switch (slice(row)) {
      case "" -> 0;
      case SIZE -> CodeLabels.codes(SIZE).indexOf(row.getSliceValue());
      default -> CodeLabels.codes(STATUS).indexOf(row.getSliceValue());
    };
  }

  private static List<SheetCell> perAccount(CostPerAccountRecord row, StudyWords words) {
    String scope =
        switch (slice(row)) {
          case "" -> words.of("全体", "Whole");
          case SIZE -> words.code(SIZE, row.getSliceValue());
          default -> words.code(STATUS, row.getSliceValue());
        };
    return List.of(
        SheetCell.text(questions(words).get(row.getQuestionId())),
        SheetCell.text(scope),
        Cells.count(row.getIssuers()),
        Cells.count(row.getAccounts()),
        Cells.yen(asDouble(row.getLowestYen())),
        Cells.yen(asDouble(row.getHighestYen())),
        Cells.yen(row.getLowestYenPerAccount()),
        Cells.yen(row.getHighestYenPerAccount()));
  }

  private static Double asDouble(Long whole) {
    return whole == null ? null : (Double) (double) whole;
  }
}
