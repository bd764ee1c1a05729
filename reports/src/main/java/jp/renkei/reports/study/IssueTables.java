package jp.renkei.reports.study;

import static jp.renkei.warehouse.jooq.gold.tables.IssueComparison.ISSUE_COMPARISON;

import java.util.List;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.warehouse.jooq.gold.tables.records.IssueComparisonRecord;
import org.jooq.DSLContext;

/** 表4: issues as issuers and as agents see them, and why issuers don't adopt. */
final class IssueTables {
  private IssueTables() {}

  static List<StudyTable> of(DSLContext queries, StudyRound round) {
    return List.of(
        new StudyTable(
            "API連携の課題（カード会社と電代業者の対比）",
            List.of("1社につき最大3つを選ぶ。割合は、それぞれ設問に回答した会社に対するもの。"),
            "調査票A（カード会社）A14_01、調査票B（電代業者）B13_01",
            List.of("課題", "カード会社", "割合", "電代業者", "割合（電代業者）"),
            rows(queries, round, "ISSUE").stream()
                .map(
                    row ->
                        List.of(
                            SheetCell.text(row.getLabelJa()),
                            Cells.count(row.getIssuers()),
                            Cells.share(row.getIssuers(), row.getIssuersAnswered()),
                            Cells.count(row.getAgents()),
                            Cells.share(row.getAgents(), row.getAgentsAnswered())))
                .toList()),
        new StudyTable(
            "APIを導入しない理由",
            List.of("商品ラインごとの回答（複数選択）を、会社ごとに一度だけ数える。割合は、いずれかの商品ラインで理由を回答した会社に対するもの。"),
            "調査票A（カード会社）A2_04",
            List.of("理由", "カード会社", "割合"),
            rows(queries, round, "NOT_ADOPTING").stream()
                .map(
                    row ->
                        List.of(
                            SheetCell.text(row.getLabelJa()),
                            Cells.count(row.getIssuers()),
                            Cells.share(row.getIssuers(), row.getIssuersAnswered())))
                .toList()));
  }

  private static List<IssueComparisonRecord> rows(
      DSLContext queries, StudyRound round, String topic) {
    return queries
        .selectFrom(ISSUE_COMPARISON)
        .where(ISSUE_COMPARISON.ROUND_ID.eq(round.roundId()))
        .and(ISSUE_COMPARISON.TOPIC.eq(topic))
        .orderBy(ISSUE_COMPARISON.POSITION, ISSUE_COMPARISON.OPTION_CODE)
        .fetch();
  }
}
