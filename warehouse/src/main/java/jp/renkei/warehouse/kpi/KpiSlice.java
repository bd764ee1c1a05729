package jp.renkei.warehouse.kpi;

import java.util.Set;

/** What the slices of a KPI rest on, and at which levels they are given. */
public final class KpiSlice {
  /** Slices that gold.company_slice gives, where the SQL has no such column itself. */
  public static final Set<String> OF_COMPANY = Set.of("size_band", "association");

  /** A company has one size and one association; its own segments would tell single answers. */
  private static final Set<String> OF_INDUSTRY = Set.of("size_band", "association", "segment");

  private KpiSlice() {}

  /** Whether a KPI is given by the slice at a level. */
  public static boolean isGivenAt(String slice, EntityLevel level) {
    return level == EntityLevel.ALL || !OF_INDUSTRY.contains(slice);
  }
}
