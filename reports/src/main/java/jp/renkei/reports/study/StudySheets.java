package jp.renkei.reports.study;

import java.util.List;
import jp.renkei.warehouse.release.Audience;
import org.jooq.DSLContext;

/**
 * All sheets of the newest answered round, in the order in which they are shown. They hold counts
 * of few companies, so that only the secretariat's file has what they are made of.
 */
public final class StudySheets {
  private StudySheets() {}

  /** Whether the audience's file holds them. */
  public static boolean areFor(Audience audience) {
    return audience == Audience.SECRETARIAT;
  }

  /** None where nobody has answered yet. */
  public static List<StudySheet> of(DSLContext queries) {
    return StudyRound.newest(queries)
        .map(
            round ->
                List.of(
                    new StudySheet(
                        "responses",
                        "回収状況",
                        "回収率（区分、規模、協会加盟別）、未提出・差戻し・期限後の先",
                        ResponseTables.of(queries, round)),
                    new StudySheet(
                        "transition",
                        "表1 導入状況の推移",
                        "前回から今回への導入状況の推移（社数）",
                        TransitionTables.of(queries, round)),
                    new StudySheet(
                        "planned",
                        "表2 累積導入",
                        "予定年度別の累積導入（社数、発行枚数）",
                        PlannedTables.of(queries, round)),
                    new StudySheet(
                        "cost",
                        "表3 費用",
                        "費用区分×規模×導入状況、連携アカウント当たりの費用の幅",
                        CostTables.of(queries, round)),
                    new StudySheet(
                        "issues",
                        "表4 課題",
                        "カード会社と電代業者の課題の対比、導入しない理由",
                        IssueTables.of(queries, round)),
                    new StudySheet(
                        "stages",
                        "表5 接続の段階",
                        "申入れからスクレイピング終了までの段階、断られた理由",
                        StageTables.of(queries, round)),
                    new StudySheet(
                        "guideline",
                        "表6 ガイドライン準拠",
                        "ガイドラインの項目別の準拠状況",
                        GuidelineTables.of(queries, round))))
        .orElseGet(List::of);
  }
}
