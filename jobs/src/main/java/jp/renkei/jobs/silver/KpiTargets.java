package jp.renkei.jobs.silver;

import java.math.BigDecimal;
import java.util.Optional;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.CsvRow;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.warehouse.kpi.EntityLevel;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;

/** What a row of targets has to say beside what each of its values has to be by itself. */
final class KpiTargets {
  /** What is wrong with a row whose values are good one by one. */
  record Fault(String column, Reason reason, BilingualText expected) {}

  private KpiTargets() {}

  static Optional<Fault> fault(CsvRow row) {
    var kpi = KpiCatalog.builtIn().kpi(row.text("kpi_id"));
    if (!hasOneValueForTheIndustry(kpi)) {
      return Optional.of(
          new Fault(
              "kpi_id",
              Reason.UNKNOWN_ID,
              new BilingualText(
                  "a kpi_id whose KPI has one value for the whole industry (level ALL)",
                  "業界全体（ALL）の値が一つに定まるKPIの kpi_id")));
    }
    var value = new BigDecimal(row.text("value"));
    boolean isShare = value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0;
    return kpi.unit().equals("ratio") && !isShare
        ? Optional.of(
            new Fault(
                "value",
                Reason.OUT_OF_RANGE,
                new BilingualText(
                    "a ratio from 0 to 1, such as 0.8 for 80 %", "0 から 1 までの比率（80%なら 0.8）")))
        : Optional.empty();
  }

  private static boolean hasOneValueForTheIndustry(KpiDefinition kpi) {
    return kpi.levels().contains(EntityLevel.ALL) && !kpi.slicesOnly();
  }
}
