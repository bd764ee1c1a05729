package jp.renkei.reports.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.renkei.reports.chart.ChartSpec.Kind;
import jp.renkei.reports.chart.ChartSpec.Series;
import jp.renkei.reports.foreign.ForeignMonth;
import jp.renkei.reports.foreign.ForeignRegister;
import jp.renkei.reports.foreign.ForeignRegisters;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.PeriodText;
import org.jooq.DSLContext;

/**
 * The charts of one foreign register, in charts of its own: what is counted abroad is counted by
 * another rule than in Japan, and stands in no line with it. A missing month is a gap in the line.
 */
public final class ForeignCharts {
  private static final String SIZE = "foreign_size_";
  private static final String CHANGES = "foreign_changes_";
  private static final String UNIT = "register_entries";

  private ForeignCharts() {}

  /** Whether an id is one of theirs. */
  public static boolean isForeign(String id) {
    return id.startsWith(SIZE) || id.startsWith(CHANGES);
  }

  /** The chart at an address, where its register has a value. */
  static Optional<ChartSpec> find(DSLContext queries, String id, Stamp stamp) {
    return id.startsWith(SIZE)
        ? ForeignRegisters.find(queries, id.substring(SIZE.length()))
            .flatMap(register -> size(register, stamp))
        : ForeignRegisters.find(queries, id.substring(CHANGES.length()))
            .flatMap(register -> changes(register, stamp));
  }

  /** The charts of a register that have a value. */
  public static List<ChartSpec> of(ForeignRegister register, Stamp stamp) {
    return Stream.of(size(register, stamp), changes(register, stamp))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<ChartSpec> size(ForeignRegister register, Stamp stamp) {
    return chart(
        SIZE + register.id(),
        register.country().ja() + "：登録簿のブランド数と法人数",
        Kind.LINE,
        register,
        stamp,
        List.of(
            series("ブランド", register, ForeignMonth::brands),
            series("法人", register, ForeignMonth::entities),
            series("法人の記載のないブランド", register, ForeignMonth::brandsWithoutEntity)));
  }

  private static Optional<ChartSpec> changes(ForeignRegister register, Stamp stamp) {
    return chart(
        CHANGES + register.id(),
        register.country().ja() + "：ブランドの新規・消滅・番号変更（前の取得との比較）",
        Kind.BAR,
        register,
        stamp,
        List.of(
            series("新規", register, ForeignMonth::newBrands),
            series("消滅", register, ForeignMonth::goneBrands),
            series("番号変更", register, ForeignMonth::rekeyedBrands)));
  }

  private static Optional<ChartSpec> chart(
      String id,
      String title,
      Kind kind,
      ForeignRegister register,
      Stamp stamp,
      List<Series> series) {
    boolean hasValue =
        series.stream().flatMap(one -> one.values().stream()).anyMatch(OptionalDouble::isPresent);
    return hasValue
        ? Optional.of(
            new ChartSpec(
                id,
                title,
                kind,
                "月",
                CodeLabels.japanese("unit", UNIT),
                UNIT,
                register.months().stream().map(ForeignMonth::month).map(PeriodText::month).toList(),
                series,
                source(register),
                stamp))
        : Optional.empty();
  }

  /** With the licence and the day of the newest snapshot, which is not the release's as-of date. */
  private static String source(ForeignRegister register) {
    return register.source().ja()
        + "、"
        + register.licence()
        + register
            .newest()
            .flatMap(ForeignMonth::snapshotOn)
            .map(day -> "、最新の取得 " + PeriodText.date(day))
            .orElse("");
  }

  private static Series series(
      String name, ForeignRegister register, Function<ForeignMonth, OptionalLong> number) {
    return new Series(
        name,
        register.months().stream()
            .map(number)
            .map(
                one ->
                    one.isPresent() ? OptionalDouble.of(one.getAsLong()) : OptionalDouble.empty())
            .toList());
  }
}
