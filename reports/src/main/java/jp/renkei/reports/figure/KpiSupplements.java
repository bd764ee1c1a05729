package jp.renkei.reports.figure;

import static jp.renkei.warehouse.jooq.gold.tables.KpiSupplement.KPI_SUPPLEMENT;
import static jp.renkei.warehouse.jooq.gold.tables.KpiSupplementDefinition.KPI_SUPPLEMENT_DEFINITION;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiSupplementDefinitionRecord;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiSupplementRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Reads the figures beside KPIs, the oldest period first, in the order of their definitions. */
public final class KpiSupplements {
  private KpiSupplements() {}

  /** Of the whole industry: the whole and by measure. */
  public static List<KpiSupplement> ofIndustry(DSLContext queries) {
    return read(
        queries,
        KPI_SUPPLEMENT
            .ENTITY_LEVEL
            .eq("ALL")
            .and(KPI_SUPPLEMENT.SLICE.isNull().or(KPI_SUPPLEMENT.SLICE.eq("measure"))));
  }

  /** One figure of every issuer that the file names. */
  public static List<KpiSupplement> ofIssuers(DSLContext queries, String figure) {
    return read(
        queries,
        KPI_SUPPLEMENT
            .FIGURE
            .eq(figure)
            .and(KPI_SUPPLEMENT.ENTITY_LEVEL.eq("ISSUER"))
            .and(KPI_SUPPLEMENT.SLICE.isNull()));
  }

  /** What the figures mean, by KPI. */
  public static List<KpiSupplementDefinition> definitions(DSLContext queries) {
    return queries
        .selectFrom(KPI_SUPPLEMENT_DEFINITION)
        .orderBy(
            KPI_SUPPLEMENT_DEFINITION.KPI_ID,
            KPI_SUPPLEMENT_DEFINITION.DEFINITION_VERSION.desc(),
            KPI_SUPPLEMENT_DEFINITION.POSITION)
        .fetch(KpiSupplements::definition);
  }

  private static List<KpiSupplement> read(DSLContext queries, Condition condition) {
    return queries
        .select(
            Arrays.stream(KPI_SUPPLEMENT.fields())
                .filter(field -> ReleasedColumns.has(queries, KPI_SUPPLEMENT, field))
                .toList())
        .select(KPI_SUPPLEMENT_DEFINITION.fields())
        .from(KPI_SUPPLEMENT)
        .join(KPI_SUPPLEMENT_DEFINITION)
        .on(
            KPI_SUPPLEMENT_DEFINITION
                .KPI_ID
                .eq(KPI_SUPPLEMENT.KPI_ID)
                .and(
                    KPI_SUPPLEMENT_DEFINITION.DEFINITION_VERSION.eq(
                        KPI_SUPPLEMENT.DEFINITION_VERSION))
                .and(KPI_SUPPLEMENT_DEFINITION.FIGURE.eq(KPI_SUPPLEMENT.FIGURE)))
        .where(condition)
        .orderBy(
            KPI_SUPPLEMENT.PERIOD_END,
            KPI_SUPPLEMENT.KPI_ID,
            KPI_SUPPLEMENT.DEFINITION_VERSION,
            KPI_SUPPLEMENT.ISSUER_ID,
            KPI_SUPPLEMENT.SLICE_VALUE.asc().nullsFirst(),
            KPI_SUPPLEMENT_DEFINITION.POSITION)
        .fetch(row -> supplement(row.into(KPI_SUPPLEMENT), row.into(KPI_SUPPLEMENT_DEFINITION)));
  }

  private static KpiSupplement supplement(
      KpiSupplementRecord row, KpiSupplementDefinitionRecord definition) {
    return new KpiSupplement(
        definition(definition),
        Optional.ofNullable(row.getIssuerId()),
        Optional.ofNullable(row.getSliceValue()),
        row.getPeriodEnd(),
        Maybe.whole(row.getNumerator()),
        Maybe.whole(row.getDenominator()),
        Maybe.decimal(row.getValue()),
        Objects.requireNonNullElse(row.getValueState(), ""));
  }

  private static KpiSupplementDefinition definition(KpiSupplementDefinitionRecord row) {
    return new KpiSupplementDefinition(
        row.getKpiId(),
        Objects.requireNonNullElse(row.getDefinitionVersion(), 1L),
        row.getFigure(),
        Objects.requireNonNullElse(row.getTitleJa(), row.getFigure()),
        Objects.requireNonNullElse(row.getTitleEn(), row.getFigure()),
        Objects.requireNonNullElse(row.getDefinitionJa(), ""),
        Objects.requireNonNullElse(row.getDefinitionEn(), ""),
        Objects.requireNonNullElse(row.getUnit(), ""));
  }
}
