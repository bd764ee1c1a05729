package jp.renkei.reports.figure;

import static jp.renkei.warehouse.jooq.gold.Tables.KPI_SUPPLEMENT;
import static jp.renkei.warehouse.jooq.gold.Tables.KPI_SUPPLEMENT_DEFINITION;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import jp.renkei.warehouse.release.ReleaseReader;

/** Reads the figures that stand beside KPIs from one audience's file. */
public final class ReleaseSupplements {
  private ReleaseSupplements() {}

  /**
   * The whole industry's figures of each KPI's newest period, by KPI; the whole before its
   * measures, each in the order of the definitions.
   */
  public static List<SupplementFigure> newest(ReleaseReader reader) {
    var all =
        reader.read(
            queries ->
                queries
                    .select(
                        KPI_SUPPLEMENT.KPI_ID,
                        KPI_SUPPLEMENT_DEFINITION.TITLE_JA,
                        KPI_SUPPLEMENT_DEFINITION.DEFINITION_JA,
                        KPI_SUPPLEMENT_DEFINITION.UNIT,
                        KPI_SUPPLEMENT.SLICE_VALUE,
                        KPI_SUPPLEMENT.PERIOD_END,
                        KPI_SUPPLEMENT.NUMERATOR,
                        KPI_SUPPLEMENT.DENOMINATOR,
                        KPI_SUPPLEMENT.VALUE)
                    .from(KPI_SUPPLEMENT)
                    .join(KPI_SUPPLEMENT_DEFINITION)
                    .on(
                        KPI_SUPPLEMENT_DEFINITION
                            .KPI_ID
                            .eq(KPI_SUPPLEMENT.KPI_ID)
                            .and(KPI_SUPPLEMENT_DEFINITION.FIGURE.eq(KPI_SUPPLEMENT.FIGURE)))
                    .where(KPI_SUPPLEMENT.ENTITY_LEVEL.eq("ALL"))
                    .orderBy(
                        KPI_SUPPLEMENT.KPI_ID,
                        KPI_SUPPLEMENT.SLICE_VALUE.asc().nullsFirst(),
                        KPI_SUPPLEMENT_DEFINITION.POSITION,
                        KPI_SUPPLEMENT.PERIOD_END)
                    .fetch(
                        row ->
                            new SupplementFigure(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                Optional.ofNullable(row.value5()),
                                row.value6(),
                                whole(row.value7()),
                                whole(row.value8()),
                                row.value9() == null
                                    ? OptionalDouble.empty()
                                    : OptionalDouble.of(row.value9()))));
    var newest = new HashMap<String, LocalDate>();
    all.forEach(
        one ->
            newest.merge(
                one.kpiId(),
                one.periodEnd(),
                (first, second) -> first.isAfter(second) ? first : second));
    return all.stream().filter(one -> one.periodEnd().equals(newest.get(one.kpiId()))).toList();
  }

  private static OptionalLong whole(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
