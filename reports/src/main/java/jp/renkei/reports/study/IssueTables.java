package jp.renkei.reports.study;

import static jp.renkei.warehouse.jooq.gold.tables.IssueComparison.ISSUE_COMPARISON;

import java.util.List;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.warehouse.jooq.gold.tables.records.IssueComparisonRecord;
import org.jooq.DSLContext;

/** 表4: issues as issuers and as agents see them, and why issuers don't adopt. */
final class IssueTables {
  private IssueTables() {}

  static List<StudyTable> of(DSLContext queries, StudyRound round, StudyWords words) {
    return List.of(
        new StudyTable(
            words.of(
                "API連携の課題（カード会社と電代業者の対比）", "Issues of API linkage (card issuers beside agents)"),
            List.of(
                words.of(
                    "1社につき最大3つを選ぶ。割合は、それぞれ設問に回答した会社に対するもの。",
                    "Each company chooses three at most. Shares are of the companies that answered the question.")),
            words.issuerSurvey("A14_01") + "; " + words.agentSurvey("B13_01"),
            List.of(
                words.of("課題", "Issue"),
                words.of("カード会社", "Card issuers"),
                words.of("割合", "Share"),
                words.of("電代業者", "Agents"),
                words.of("割合（電代業者）", "Share of agents")),
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
            words.of("APIを導入しない理由", "Reasons not to adopt an API"),
            List.of(
                words.of(
                    "商品ラインごとの回答（複数選択）を、会社ごとに一度だけ数える。割合は、いずれかの商品ラインで理由を回答した会社に対するもの。",
                    "Answers by product line (several may be chosen), counted once per company. Shares are of the companies that gave a reason for any line.")),
            words.issuerSurvey("A2_04"),
            List.of(
                words.of("理由", "Reason"),
                words.of("カード会社", "Card issuers"),
                words.of("割合", "Share")),
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
