package jp.renkei.jobs.sample;

/**
 * The folder roadmap/: one file of baselines and two of revisions. Of twelve milestones some end in
 * time, some late, some are open, one is cancelled; half are an issuer's, half everybody's.
 */
final class RoadmapFiles {
  private static final String[] HEADER = {
    "milestone_id", "measure_id", "measure_ja", "issuer_id", "title_ja", "owner", "baseline_start",
    "baseline_end", "forecast_end", "actual_end", "status", "kpi_id", "reason", "stated_by",
    "stated_on"
  };

  /** What does not change of a milestone; issuerPlace 0 = everybody's, else the n-th issuer. */
  private record Milestone(
      String id,
      String measure,
      int issuerPlace,
      String title,
      String start,
      String end,
      String kpiId) {}

  private static final Milestone[] MILESTONES = {
    new Milestone(
        "MS01", "M1", 0, "接続仕様の公開手順をまとめる", "2025-04-01", "2025-09-30", "policy_disclosure_rate"),
    new Milestone(
        "MS02", "M1", 1, "開発者向け窓口を開く", "2025-04-01", "2025-12-31", "policy_disclosure_rate"),
    new Milestone("MS03", "M1", 2, "試験環境を公開する", "2025-06-01", "2025-12-31", "api_adoption_rate"),
    new Milestone("MS04", "M2", 0, "契約条文例を改める", "2025-04-01", "2025-10-31", "contract_rate"),
    new Milestone("MS05", "M2", 0, "費用負担の考え方をまとめる", "2025-06-01", "2026-03-31", "contract_rate"),
    new Milestone("MS06", "M2", 3, "接続審査の期間を短くする", "2025-07-01", "2026-02-28", "days_to_connect"),
    new Milestone(
        "MS07", "M3", 1, "個人カードの参照系APIを広げる", "2025-04-01", "2026-01-31", "standard_item_coverage"),
    new Milestone(
        "MS08", "M3", 2, "法人カードのAPIを始める", "2025-10-01", "2026-09-30", "api_adoption_rate"),
    new Milestone(
        "MS09", "M3", 0, "標準項目の目録を定める", "2025-05-01", "2025-11-30", "standard_item_coverage"),
    new Milestone("MS10", "M4", 1, "スクレイピングを段階的に止める", "2025-10-01", "2026-12-31", "scraping_share"),
    new Milestone(
        "MS11",
        "M4",
        0,
        "保管ID・パスワードの削除手順を定める",
        "2025-10-01",
        "2026-06-30",
        "credential_custody_count"),
    new Milestone(
        "MS12", "M4", 3, "検知の仕組みを入れる", "2025-06-01", "2025-12-31", "residual_scraping_count"),
  };

  private final SampleTruth truth;

  private RoadmapFiles(SampleTruth truth) {
    this.truth = truth;
  }

  static void write(SampleTruth truth, LandingFolder landing) {
    RoadmapFiles files = new RoadmapFiles(truth);
    landing.text("roadmap/2025-04_baseline.csv", files.baselines().text());
    landing.text("roadmap/2025-10_revision.csv", files.revisionsOfAutumn().text());
    landing.text("roadmap/2026-04_revision.csv", files.revisionsOfSpring().text());
  }

  private CsvTable baselines() {
    CsvTable table = new CsvTable(HEADER);
    for (Milestone milestone : MILESTONES) {
      row(table, milestone, milestone.end(), "", "NOT_STARTED", "", "2025-04-01");
    }
    return table;
  }

  private CsvTable revisionsOfAutumn() {
    CsvTable table = new CsvTable(HEADER);
    String on = "2025-10-15";
    row(table, at(1), "2025-09-26", "2025-09-26", "DONE", "", on);
    row(table, at(2), "2025-12-31", "", "IN_PROGRESS", "", on);
    row(table, at(3), "2026-03-31", "", "DELAYED", "試験環境の調達が遅れた", on);
    row(table, at(4), "2025-12-15", "", "DELAYED", "意見照会を追加した", on);
    row(table, at(6), "2026-02-28", "", "IN_PROGRESS", "", on);
    row(table, at(7), "2026-01-31", "", "IN_PROGRESS", "", on);
    row(table, at(9), "2026-01-31", "", "REVISED", "電文仕様の改訂を待つ", on);
    row(table, at(12), "2025-12-31", "", "IN_PROGRESS", "", on);
    return table;
  }

  private CsvTable revisionsOfSpring() {
    CsvTable table = new CsvTable(HEADER);
    String on = "2026-04-10";
    row(table, at(2), "2025-12-20", "2025-12-20", "DONE", "", on);
    row(table, at(3), "2026-06-30", "", "DELAYED", "受託先の要員が足りない", on);
    row(table, at(4), "2025-12-12", "2025-12-12", "DONE", "意見照会を追加した", on);
    row(table, at(5), "2026-06-30", "", "DELAYED", "両業界の協議が続いている", on);
    row(table, at(6), "2026-02-20", "2026-02-20", "DONE", "", on);
    row(table, at(7), "2026-03-18", "2026-03-18", "DONE", "試験で不具合が見つかった", on);
    row(table, at(8), "2027-03-31", "", "REVISED", "法人会員の認証方式を見直す", on);
    row(table, at(9), "2026-01-30", "2026-01-30", "DONE", "電文仕様の改訂を待った", on);
    row(table, at(10), "2026-12-31", "", "IN_PROGRESS", "", on);
    row(table, at(12), "2025-12-31", "", "CANCELLED", "他の取組に統合した", on);
    return table;
  }

  private static Milestone at(int number) {
    return MILESTONES[number - 1];
  }

  private void row(
      CsvTable table,
      Milestone milestone,
      String forecastEnd,
      String actualEnd,
      String status,
      String reason,
      String statedOn) {
    boolean everybodys = milestone.issuerPlace() == 0;
    String issuerId = everybodys ? "" : truth.issuers().get(milestone.issuerPlace() - 1).id();
    table.add(
        milestone.id(),
        milestone.measure(),
        measureJa(milestone.measure()),
        issuerId,
        milestone.title(),
        everybodys ? "架空事務局" : issuerId,
        milestone.start(),
        milestone.end(),
        forecastEnd,
        actualEnd,
        status,
        milestone.kpiId(),
        reason,
        everybodys ? "架空事務局" : issuerId,
        statedOn);
  }

  private static String measureJa(String measure) {
    return switch (measure) {
      case "M1" -> "接続仕様の公開（架空データ）";
      case "M2" -> "契約と費用負担の整理（架空データ）";
      case "M3" -> "APIの提供拡大（架空データ）";
      default -> "スクレイピングの縮小（架空データ）";
    };
  }
}
