package jp.renkei.jobs.sample;

/** The folder targets/: baselines, interim targets and targets of seven KPIs, all invented. */
final class TargetFiles {
  private static final String BASIS = "架空の推進計画（架空データ）";

  private TargetFiles() {}

  static void write(LandingFolder landing) {
    CsvTable table = new CsvTable("kpi_id", "kind", "date", "value", "basis_document");
    kpi(table, "api_adoption_rate", "0.20", "0.45", "0.80");
    kpi(table, "contract_rate", "0.30", "0.50", "0.80");
    kpi(table, "scraping_share", "0.75", "0.60", "0.20");
    kpi(table, "scraping_share_by_fetch", "0.17", "0.15", "0.05");
    kpi(table, "active_user_count", "4200", "6500", "10000");
    kpi(table, "two_side_match_rate", "0.70", "0.85", "0.95");
    kpi(table, "policy_disclosure_rate", "0.30", "0.50", "1");
    landing.text("targets/targets-2025.csv", table.text());
  }

  private static void kpi(
      CsvTable table, String kpiId, String baseline, String interim, String target) {
    table.add(kpiId, "BASELINE", "2025-03-31", baseline, BASIS);
    table.add(kpiId, "INTERIM", "2026-03-31", interim, BASIS);
    table.add(kpiId, "TARGET", "2028-03-31", target, BASIS);
  }
}
