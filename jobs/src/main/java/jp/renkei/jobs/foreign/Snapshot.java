package jp.renkei.jobs.foreign;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All brands of a register on one day.
 *
 * @param path of its file below landing
 * @param idScheme which kind of id the brands have
 * @param brands each id once, in the order of the file
 */
public record Snapshot(String path, LocalDate on, String idScheme, List<Brand> brands) {
  public Snapshot {
    brands = List.copyOf(brands);
  }

  public YearMonth month() {
    return YearMonth.from(on);
  }

  /** The brands by id. */
  public Map<String, Brand> byId() {
    var byId = new LinkedHashMap<String, Brand>();
    brands.forEach(brand -> byId.put(brand.id(), brand));
    return byId;
  }
}
