package jp.renkei.reports.study;

import static jp.renkei.warehouse.jooq.gold.tables.GuidelinePartConformity.GUIDELINE_PART_CONFORMITY;

import java.util.ArrayList;
import java.util.List;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.warehouse.jooq.gold.tables.records.GuidelinePartConformityRecord;
import org.jooq.DSLContext;

/** 表6: conformity to the guideline, part by part. */
final class GuidelineTables {
  private GuidelineTables() {}

  static List<StudyTable> of(DSLContext queries, StudyRound round, StudyWords words) {
    var rows = new ArrayList<List<SheetCell>>();
    String part = "";
    for (var row :
        queries
            .selectFrom(GUIDELINE_PART_CONFORMITY)
            .where(GUIDELINE_PART_CONFORMITY.ROUND_ID.eq(round.roundId()))
            .orderBy(GUIDELINE_PART_CONFORMITY.PART_ID, GUIDELINE_PART_CONFORMITY.POSITION)) {
      boolean isNew = !row.getPartId().equals(part);
      part = row.getPartId();
      rows.add(
          List.of(
              isNew ? SheetCell.text(part(row)) : SheetCell.blank(),
              SheetCell.text(row.getLabelJa()),
              Cells.count(row.getLiveIssuers()),
              Cells.share(row.getLiveIssuers(), row.getLiveIssuersAnswered()),
              Cells.count(row.getIssuers()),
              Cells.share(row.getIssuers(), row.getIssuersAnswered())));
    }
    return List.of(
        new StudyTable(
            words.of(
                "ガイドラインの項目別の準拠状況（社数）", "Conformity to the guideline, part by part (companies)"),
            List.of(
                words.of(
                    "各社の自己評価。割合は、その項目に回答した会社に対するもの。指標「開発標準準拠率」は導入済みの会社で数える。",
                    "As the companies assess themselves. Shares are of those that answered for the part. The KPI of conformity counts companies that are live.")),
            words.issuerSurvey("A6_01–A6_04, A7_03–A7_05, A9_04"),
            List.of(
                words.of("項目", "Part"),
                words.of("回答", "Answer"),
                words.of("導入済みの会社", "Live companies"),
                words.of("割合", "Share"),
                words.of("全ての会社", "All companies"),
                words.of("割合（全ての会社）", "Share of all")),
            rows));
  }

  /** Every part is asked as of the reference date, which stands above. */
  private static String part(GuidelinePartConformityRecord row) {
    return row.getPartId() + " " + row.getPartJa().replace("（基準日時点）", "");
  }
}
