package jp.renkei.reports.study;

import static jp.renkei.warehouse.jooq.gold.tables.ConnectionStage.CONNECTION_STAGE;
import static jp.renkei.warehouse.jooq.gold.tables.DecliningReason.DECLINING_REASON;

import java.util.List;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.workbook.SheetCell;
import org.jooq.DSLContext;

/** 表5: how far requests have come, and why some were declined. */
final class StageTables {
  private StageTables() {}

  static List<StudyTable> of(DSLContext queries, StudyRound round) {
    return List.of(stages(queries, round), reasons(queries, round));
  }

  private static StudyTable stages(DSLContext queries, StudyRound round) {
    var stages =
        queries
            .selectFrom(CONNECTION_STAGE)
            .where(CONNECTION_STAGE.ROUND_ID.eq(round.roundId()))
            .orderBy(CONNECTION_STAGE.POSITION)
            .fetch();
    long all = stages.stream().mapToLong(stage -> stage.getCells()).sum();
    return new StudyTable(
        "申入れからスクレイピング終了までの段階（組数）",
        List.of(
            "組は、カード会社、個人・法人の別、電代業者の組合せで、申入れのあったもの。一つの組は一つの段階にだけ数えるので、現在の組数の合計は申入れの総数（"
                + all
                + "組）になる。",
            "到達した組数は、その段階又はその先にある組。謝絶、取下げ、双方の回答が相違する組は、どこまで進んだか分からないため、申入れにだけ数える。"),
        "調査票A（カード会社）A9_01～A9_03、調査票B（電代業者）B3_01～B3_04",
        List.of("段階", "現在の組数", "到達した組数", "申入れに対する割合", "カード会社", "電代業者"),
        stages.stream()
            .map(
                row ->
                    List.of(
                        SheetCell.text(CodeLabels.japanese("connection_stage", row.getStage())),
                        Cells.count(row.getCells()),
                        Cells.count(row.getCellsReached()),
                        Cells.share(row.getCellsReached(), all),
                        Cells.count(row.getIssuers()),
                        Cells.count(row.getAgents())))
            .toList());
  }

  private static StudyTable reasons(DSLContext queries, StudyRound round) {
    return new StudyTable(
        "接続申入れを断られた理由",
        List.of("複数選択。割合は、設問に回答した電代業者に対するもの。"),
        "調査票B（電代業者）B5_03",
        List.of("理由", "電代業者", "割合"),
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
