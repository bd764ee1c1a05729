package jp.renkei.jobs.sample;

import java.time.LocalDate;

/** The folder comments/: what two respondents say of their own figures, all invented. */
final class CommentFiles {
  private final SampleTruth truth;
  private final LandingFolder landing;
  private final SampleStory story;

  CommentFiles(SampleTruth truth, LandingFolder landing, SampleStory story) {
    this.truth = truth;
    this.landing = landing;
    this.story = story;
  }

  void write() {
    TrueRound round = truth.lastRound();
    LocalDate statedOn = round.dueDate().plusDays(45);
    comment(
        truth.issuers().get(0).id(),
        "contract_rate",
        round.referenceDate().toString(),
        "法人カードの契約は、次の調査回までに締結する予定です（架空データ）。",
        statedOn);
    comment(
        truth.agents().get(0).id(),
        "linked_account_count",
        round.referenceDate().toString(),
        "基準日の直前に利用者への再同意の依頼を始めたため、一時的に減っています（架空データ）。",
        statedOn.plusDays(2));
  }

  private void comment(
      String respondentId, String kpiId, String period, String comment, LocalDate statedOn) {
    CsvTable table =
        new CsvTable("respondent_id", "release_id", "kpi_id", "period", "comment", "stated_on");
    table.add(respondentId, "", kpiId, period, comment, statedOn.toString());
    String path = "comments/%s_%s.csv".formatted(statedOn, respondentId);
    landing.text(path, table.text());
    story.add(PlantedKind.COMMENT, path, 1, respondentId + " " + kpiId);
  }
}
