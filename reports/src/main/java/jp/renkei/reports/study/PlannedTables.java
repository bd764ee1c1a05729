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
  private static final List<String> HEAD =
      List.of("段階", "社数", "累積社数", "判明先に対する割合", "母集団に対する割合", "発行枚数", "累積発行枚数", "判明分に対する割合");

  private PlannedTables() {}

  static List<StudyTable> of(DSLContext queries, StudyRound round) {
    var order = DSL.case_(PLANNED_ADOPTION.STEP).when("LIVE", 1).when("PLANNED", 2).otherwise(3);
    var rows =
        queries
            .selectFrom(PLANNED_ADOPTION)
            .where(PLANNED_ADOPTION.ROUND_ID.eq(round.roundId()))
            .orderBy(order, PLANNED_ADOPTION.FISCAL_YEAR.asc().nullsFirst())
            .fetch(PlannedTables::row);
    return List.of(
        new StudyTable(
            "予定年度別の累積導入（調査時点 " + PeriodText.date(round.referenceDate()) + "）",
            List.of(
                "予定は各社の申告（提供予定時期）であり、実現を保証しない。社数は会社ごとに最も早い予定、発行枚数は商品ラインごとの予定で数える。",
                "調査時点までに予定日が過ぎた先（予定超過）は、どの年度の累積にも入れない。判明先は、導入・予定が分かる会社と全商品ラインを回答した会社。"),
            "調査票A（カード会社）A1_01、A2_01、A2_03",
            HEAD,
            rows));
  }

  private static List<SheetCell> row(PlannedAdoptionRecord row) {
    return List.of(
        SheetCell.text(step(row)),
        Cells.count(row.getIssuers()),
        Cells.count(row.getCumulativeIssuers()),
        Cells.share(row.getCumulativeIssuers(), row.getIssuersKnown()),
        Cells.share(row.getCumulativeIssuers(), row.getIssuersInFrame()),
        Cells.count(row.getCards()),
        Cells.count(row.getCumulativeCards()),
        Cells.share(row.getCumulativeCards(), row.getCardsKnown()));
  }

  private static String step(PlannedAdoptionRecord row) {
    return switch (row.getStep()) {
      case "LIVE" -> "導入済み（調査時点）";
      case "OVERDUE" -> "予定超過";
      default -> PeriodText.fiscalYearText(Math.toIntExact(row.getFiscalYear())) + "中の予定";
    };
  }
}
