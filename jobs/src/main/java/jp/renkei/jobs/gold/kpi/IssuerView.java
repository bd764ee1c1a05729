package jp.renkei.jobs.gold.kpi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.renkei.warehouse.kpi.EntityLevel;
import jp.renkei.warehouse.kpi.KpiDefinition;

/** Which issuer's history a row of an issuer is part of, and which cells there are of it. */
interface IssuerView {
  /** Value of issuer_basis. */
  String code();

  /** The levels of the KPI that have cells. */
  List<EntityLevel> levels(KpiDefinition kpi);

  /** The issuer whose history the rows of an issuer are part of; empty where there is no such. */
  Optional<String> owner(String issuerId);

  /** The issuers whose rows can be part of an issuer's history, itself among them. */
  Set<String> members(String issuerId);

  /**
   * Whether a row of a company counts in the cell of its own that it belongs to. What it counts for
   * the whole industry and for a pair stands either way.
   */
  boolean holds(
      KpiDefinition kpi, Period period, EntityLevel level, String issuerId, String agentId);

  /** The cells that a KPI has whether or not anything was counted in them, without slices. */
  Set<Cell> cells(KpiDefinition kpi, Set<Period> periods);

  /** Whether the entity of an empty cell gave what the KPI needs, so that nothing was eligible. */
  boolean hasAnswered(KpiDefinition kpi, Cell cell);
}
