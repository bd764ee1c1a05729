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
    String period = round.referenceDate().toString();
    String issuer = truth.issuers().get(0).id();
    String agent = truth.agents().get(0).id();
    comment(
        issuer,
        "contract_rate",
        period,
        "",
        "",
        "",
        "法人カードの契約は、次の調査回までに締結する予定です（架空データ）。",
        statedOn);
    comment(
        issuer,
        "scraping_share",
        period,
        "ISSUER",
        "",
        "",
        "利用者への再同意の依頼が終われば、次の調査回には下がる見込みです（架空データ）。",
        statedOn.plusDays(1));
    comment(
        agent,
        "linked_account_count",
        period,
        "AGENT",
        "",
        "API",
        "基準日の直前に利用者への再同意の依頼を始めたため、一時的に減っています（架空データ）。",
        statedOn.plusDays(2));
    comment(
        issuer,
        "linked_account_count",
        period,
        "PAIR",
        agent,
        "API",
        "当社の集計は、基準日の翌営業日に行ったものです（架空データ）。",
        statedOn.plusDays(3));
    comment(
        agent,
        "linked_account_count",
        period,
        "PAIR",
        issuer,
        "API",
        "退会した利用者を除いて数えています（架空データ）。",
        statedOn.plusDays(4));
  }

  /**
   * @param level of the figure, empty for every figure of the KPI and period
   * @param counterpartyId of a pair, else empty
   * @param accessMethod that the figure is sliced by, empty for the whole
   */
  private void comment(
      String respondentId,
      String kpiId,
      String period,
      String level,
      String counterpartyId,
      String accessMethod,
      String comment,
      LocalDate statedOn) {
    CsvTable table =
        new CsvTable(
            "respondent_id",
            "release_id",
            "kpi_id",
            "period",
            "entity_level",
            "counterparty_id",
            "slice",
            "slice_value",
            "basis",
            "definition_version",
            "comment",
            "stated_on");
    table.add(
        respondentId,
        "",
        kpiId,
        period,
        level,
        counterpartyId,
        accessMethod.isEmpty() ? "" : "access_method",
        accessMethod,
        "",
        "",
        comment,
        statedOn.toString());
    String path = "comments/%s_%s.csv".formatted(statedOn, respondentId);
    landing.text(path, table.text());
    story.add(PlantedKind.COMMENT, path, 1, respondentId + " " + kpiId);
  }
}
