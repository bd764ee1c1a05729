package jp.renkei.reports.study;

import java.util.List;
import java.util.Optional;
import jp.renkei.warehouse.release.Audience;
import org.jooq.DSLContext;

/**
 * All sheets of a round, in the order in which they are shown. They hold counts of few companies,
 * so that only the secretariat's file has what they are made of.
 */
public final class StudySheets {
  private StudySheets() {}

  /** Whether the audience's file holds them. */
  public static boolean areFor(Audience audience) {
    return audience == Audience.SECRETARIAT;
  }

  /** None without a round. */
  public static List<StudySheet> of(
      DSLContext queries, Optional<StudyRound> asked, StudyWords words) {
    return asked
        .map(
            round ->
                List.of(
                    new StudySheet(
                        "responses",
                        words.of("回収状況", "Responses"),
                        words.of(
                            "回収率（区分、規模、協会加盟別）、未提出・差戻し・期限後の先",
                            "response rates by side, size and association; who has not answered, was refused or was late"),
                        ResponseTables.of(queries, round, words)),
                    new StudySheet(
                        "transition",
                        words.of("表1 導入状況の推移", "Table 1 Transition of adoption"),
                        words.of(
                            "前回から今回への導入状況の推移（社数）",
                            "adoption in the round before and in this one (companies)"),
                        TransitionTables.of(queries, round, words)),
                    new StudySheet(
                        "planned",
                        words.of("表2 累積導入", "Table 2 Planned adoption"),
                        words.of(
                            "予定年度別の累積導入（社数、発行枚数）",
                            "cumulative adoption by planned fiscal year (companies, cards)"),
                        PlannedTables.of(queries, round, words)),
                    new StudySheet(
                        "cost",
                        words.of("表3 費用", "Table 3 Costs"),
                        words.of(
                            "費用区分×規模×導入状況、連携アカウント当たりの費用の幅",
                            "cost bands by size and adoption; bounds of the cost per linked account"),
                        CostTables.of(queries, round, words)),
                    new StudySheet(
                        "issues",
                        words.of("表4 課題", "Table 4 Issues"),
                        words.of(
                            "カード会社と電代業者の課題の対比、導入しない理由",
                            "issues of card issuers beside those of agents; reasons not to adopt"),
                        IssueTables.of(queries, round, words)),
                    new StudySheet(
                        "stages",
                        words.of("表5 接続の段階", "Table 5 Stages of connection"),
                        words.of(
                            "申入れからスクレイピング終了までの段階、断られた理由",
                            "from the request to the end of scraping; why requests were declined"),
                        StageTables.of(queries, round, words)),
                    new StudySheet(
                        "guideline",
                        words.of("表6 ガイドライン準拠", "Table 6 Conformity"),
                        words.of("ガイドラインの項目別の準拠状況", "conformity to the guideline, part by part"),
                        GuidelineTables.of(queries, round, words))))
        .orElseGet(List::of);
  }
}
