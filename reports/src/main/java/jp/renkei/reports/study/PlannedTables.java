package jp.renkei.reports.study;

import static jp.renkei.warehouse.jooq.gold.tables.PlannedAdoption.PLANNED_ADOPTION;

import java.util.List;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.warehouse.jooq.gold.tables.records.PlannedAdoptionRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** 表2: how many issuers and cards will have an API by the end of each fiscal year. */
final class PlannedTables {
  private static List<String> head(StudyWords words) {
    return List.of(
        words.of("段階", "Step"),
        words.of("社数", "Companies"),
        words.of("累積社数", "Cumulative companies"),
        words.of("判明先に対する割合", "Share of the known"),
        words.of("母集団に対する割合", "Share of the frame"),
        words.of("発行枚数", "Cards"),
        words.of("累積発行枚数", "Cumulative cards"),
        words.of("判明分に対する割合", "Share of the known cards"));
  }

  private PlannedTables() {}

  static List<StudyTable> of(DSLContext queries, StudyRound round, StudyWords words) {
    var order = DSL.case_(PLANNED_ADOPTION.STEP).when("LIVE", 1).when("PLANNED", 2).otherwise(3);
    var rows =
        queries
            .selectFrom(PLANNED_ADOPTION)
            .where(PLANNED_ADOPTION.ROUND_ID.eq(round.roundId()))
            .orderBy(order, PLANNED_ADOPTION.FISCAL_YEAR.asc().nullsFirst())
            .fetch(row -> row(row, words));
    return List.of(
        new StudyTable(
            words.of("予定年度別の累積導入（調査時点 ", "Cumulative adoption by planned fiscal year (as of ")
                + words.date(round.referenceDate())
                + words.of("）", ")"),
            List.of(
                words.of(
                    "予定は各社の申告（提供予定時期）であり、実現を保証しない。社数は会社ごとに最も早い予定、発行枚数は商品ラインごとの予定で数える。",
                    "Plans are as the companies state them and promise nothing. Companies count by their earliest plan, cards by the plan of each product line."),
                words.of(
                    "調査時点までに予定日が過ぎた先（予定超過）は、どの年度の累積にも入れない。判明先は、導入・予定が分かる会社と全商品ラインを回答した会社。",
                    "Those whose planned day has passed (overdue) are in no year's total. Known are companies that are live or planned, and those that answered for all their lines.")),
            words.issuerSurvey("A1_01, A2_01, A2_03"),
            head(words),
            rows));
  }

  private static List<SheetCell> row(PlannedAdoptionRecord row, StudyWords words) {
    return List.of(
        SheetCell.text(step(row, words)),
        Cells.count(row.getIssuers()),
        Cells.count(row.getCumulativeIssuers()),
        Cells.share(row.getCumulativeIssuers(), row.getIssuersKnown()),
        Cells.share(row.getCumulativeIssuers(), row.getIssuersInFrame()),
        Cells.count(row.getCards()),
        Cells.count(row.getCumulativeCards()),
        Cells.share(row.getCumulativeCards(), row.getCardsKnown()));
  }

  private static String step(PlannedAdoptionRecord row, StudyWords words) {
    return switch (row.getStep()) {
      case "LIVE" -> words.of("導入済み（調査時点）", "Live (on the reference date)");
      case "OVERDUE" -> words.of("予定超過", "Overdue");
      default ->
          words.of(
              PeriodText.fiscalYearText(Math.toIntExact(row.getFiscalYear())) + "中の予定",
              "Planned in FY" + row.getFiscalYear());
    };
  }
}
