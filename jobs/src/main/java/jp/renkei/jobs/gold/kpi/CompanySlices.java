package jp.renkei.jobs.gold.kpi;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.renkei.jobs.run.SqlEngine;
import jp.renkei.warehouse.kpi.KpiSlice;

/**
 * The slices that follow from the company a row is about: its issuer, else its agent, as it was in
 * the row's round or month (gold.company_slice).
 */
final class CompanySlices {
  /** A round by its id, a month by its first day. */
  private record Place(String roundOrMonth, String companyId) {}

  private final Map<Place, Map<String, Object>> slices = new HashMap<>();

  static CompanySlices read(SqlEngine engine) {
    var all = new CompanySlices();
    for (var row :
        engine.select(
            "select round_id, period_start, company_id, size_band, association"
                + " from gold.company_slice")) {
      var round = (String) row.get("round_id");
      var period = (LocalDate) row.get("period_start");
      all.slices.put(
          new Place(round == null ? period.toString() : round, (String) row.get("company_id")),
          row);
    }
    return all;
  }

  /** The value of a slice for a row; empty where it is in none. */
  Optional<String> of(CountRow row, String slice) {
    if (row.has(slice) || !KpiSlice.OF_COMPANY.contains(slice)) {
      return Optional.of(row.text(slice)).filter(value -> !value.isEmpty());
    }
    var company = row.has("issuer_id") ? row.text("issuer_id") : row.text("agent_id");
    var period = row.has("round_id") ? row.text("round_id") : row.text("month");
    return Optional.ofNullable(slices.get(new Place(period, company)))
        .map(found -> (String) found.get(slice));
  }
}
