package jp.renkei.reports.figure;

import static jp.renkei.warehouse.jooq.gold.tables.KpiComment.KPI_COMMENT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * What companies say of the figures of one audience's file. Whoever shows a figure of a company
 * asks here what stands beside it; what the audience must not see isn't in the file.
 */
public final class KpiComments {
  private static final KpiComments NONE = new KpiComments(List.of());

  private final Map<KpiFigure.Id, List<KpiComment>> byFigure = new LinkedHashMap<>();

  private KpiComments(List<KpiComment> all) {
    all.forEach(
        one -> byFigure.computeIfAbsent(one.figure(), absent -> new ArrayList<>()).add(one));
  }

  /** Of every company that the file names. */
  public static KpiComments read(DSLContext queries) {
    return new KpiComments(
        queries
            .selectFrom(KPI_COMMENT)
            .orderBy(
                KPI_COMMENT.ISSUER_ID.asc().nullsLast(),
                KPI_COMMENT.AGENT_ID.asc().nullsFirst(),
                KPI_COMMENT.KPI_ID,
                KPI_COMMENT.PERIOD_START.desc(),
                KPI_COMMENT.PERIOD_TYPE,
                KPI_COMMENT.SLICE.asc().nullsFirst(),
                KPI_COMMENT.SLICE_VALUE.asc().nullsFirst(),
                KPI_COMMENT.BASIS,
                KPI_COMMENT.DEFINITION_VERSION,
                // The issuer's words come first.
                KPI_COMMENT.SIDE.desc())
            .fetch(KpiComment::of));
  }

  public static KpiComments none() {
    return NONE;
  }

  /** What stands beside a figure, the issuer's words first. */
  public List<KpiComment> on(KpiFigure figure) {
    return List.copyOf(byFigure.getOrDefault(figure.id(), List.of()));
  }

  /** All, by company. */
  public List<KpiComment> all() {
    return byFigure.values().stream().flatMap(List::stream).toList();
  }
}
