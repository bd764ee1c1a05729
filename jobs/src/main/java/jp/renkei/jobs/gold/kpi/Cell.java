package jp.renkei.jobs.gold.kpi;

import java.util.Comparator;
import jp.renkei.warehouse.kpi.EntityLevel;

/** Where in a KPI's table a value stands; an absent issuer, agent or slice is the empty text. */
record Cell(
    Period period,
    EntityLevel level,
    String issuerId,
    String agentId,
    String slice,
    String sliceValue)
    implements Comparable<Cell> {

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::period)
          .thenComparing(Cell::level)
          .thenComparing(Cell::issuerId)
          .thenComparing(Cell::agentId)
          .thenComparing(Cell::slice)
          .thenComparing(Cell::sliceValue);

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
