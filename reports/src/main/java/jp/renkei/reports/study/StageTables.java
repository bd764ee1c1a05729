package jp.renkei.reports.study;

import static jp.renkei.warehouse.jooq.gold.tables.ConnectionStage.CONNECTION_STAGE;
import static jp.renkei.warehouse.jooq.gold.tables.DecliningReason.DECLINING_REASON;

import java.util.List;
import jp.renkei.reports.workbook.SheetCell;
import org.jooq.DSLContext;

/** 表5: how far requests have come, and why some were declined. */
final class StageTables {
  private StageTables() {}

  static List<StudyTable> of(DSLContext queries, StudyRound round, StudyWords words) {
    return List.of(stages(queries, round, words), reasons(queries, round, words));
  }

  private static StudyTable stages(DSLContext queries, StudyRound round, StudyWords words) {
    var stages =
        queries
            .selectFrom(CONNECTION_STAGE)
            .where(CONNECTION_STAGE.ROUND_ID.eq(round.roundId()))
            .orderBy(CONNECTION_STAGE.POSITION)
            .fetch();
    long all = stages.stream().mapToLong(stage -> stage.getCells()).sum();
    return new StudyTable(
        words.of(
            "申入れからスクレイピング終了までの段階（組数）", "Stages from the request to the end of scraping (pairs)"),
        List.of(
            words.of(
                "組は、カード会社、個人・法人の別、電代業者の組合せで、申入れのあったもの。一つの組は一つの段階にだけ数えるので、現在の組数の合計は申入れの総数（"
                    + all
                    + "組）になる。",
                "A pair is a card issuer, a segment and an agent between whom there was a request."
                    + " Each stands at one stage, so that the pairs now add up to all requests ("
                    + all
                    + ")."),
            words.of(
                "到達した組数は、その段階又はその先にある組。謝絶、取下げ、双方の回答が相違する組は、どこまで進んだか分からないため、申入れにだけ数える。",
                "Pairs that reached a stage are at it or beyond. Declined, withdrawn and disputed pairs count as requested only, since nobody knows how far they came.")),
        words.issuerSurvey("A9_01–A9_03") + "; " + words.agentSurvey("B3_01–B3_04"),
        List.of(
            words.of("段階", "Stage"),
            words.of("現在の組数", "Pairs now"),
            words.of("到達した組数", "Pairs that reached it"),
            words.of("申入れに対する割合", "Share of requests"),
            words.of("カード会社", "Card issuers"),
            words.of("電代業者", "Agents")),
        stages.stream()
            .map(
                row ->
                    List.of(
                        SheetCell.text(words.code("connection_stage", row.getStage())),
                        Cells.count(row.getCells()),
                        Cells.count(row.getCellsReached()),
                        Cells.share(row.getCellsReached(), all),
                        Cells.count(row.getIssuers()),
                        Cells.count(row.getAgents())))
            .toList());
  }

  private static StudyTable reasons(DSLContext queries, StudyRound round, StudyWords words) {
    return new StudyTable(
        words.of("接続申入れを断られた理由", "Why requests were declined"),
        List.of(
            words.of(
                "複数選択。割合は、設問に回答した電代業者に対するもの。",
                "Several may be chosen. Shares are of the agents that answered the question.")),
        words.agentSurvey("B5_03"),
        List.of(words.of("理由", "Reason"), words.of("電代業者", "Agents"), words.of("割合", "Share")),
        queries
            .selectFrom(DECLINING_REASON)
            .where(DECLINING_REASON.ROUND_ID.eq(round.roundId()))
            .orderBy(DECLINING_REASON.POSITION)
            .fetch()
            .stream()
            .map(
                row ->
                    List.of(
                        SheetCell.text(row.getLabelJa()),
                        Cells.count(row.getAgents()),
                        Cells.share(row.getAgents(), row.getAgentsAnswered())))
            .toList());
  }
}
