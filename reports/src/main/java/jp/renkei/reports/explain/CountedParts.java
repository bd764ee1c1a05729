package jp.renkei.reports.explain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.warehouse.kpi.Histogram;
import jp.renkei.warehouse.kpi.KpiDefinition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The rows that a figure is counted from, and what they come to. */
record CountedParts(List<CountedPart> all) {
  CountedParts {
    all = List.copyOf(all);
  }

  /** Reads them: those of the numerator first, then by month and company. */
  static CountedParts read(DSLContext queries, String partSql) {
    return new CountedParts(
        queries
            .fetch(
                "select * from ("
                    + partSql
                    + ") order by role, month, issuer_id, agent_id, segment, measure")
            .map(CountedParts::part));
  }

  private static CountedPart part(Record row) {
    return new CountedPart(
        Optional.ofNullable(row.get("month", LocalDate.class)),
        text(row, "issuer_id"),
        text(row, "agent_id"),
        text(row, "segment"),
        text(row, "measure"),
        count(row, "numerator"),
        count(row, "denominator"),
        Optional.ofNullable(row.get("observed", Double.class)),
        buckets(row),
        CountedPart.Role.values()[row.get("role", Integer.class)]);
  }

  private static SortedMap<String, Long> buckets(Record row) {
    var buckets = new TreeMap<String, Long>();
    for (var field : row.fields()) {
      if (Histogram.isBucket(field.getName())) {
        buckets.put(field.getName(), row.get(field, Long.class));
      }
    }
    return buckets;
  }

  private static Optional<String> text(Record row, String column) {
    return Optional.ofNullable(row.get(column, String.class));
  }

  private static OptionalLong count(Record row, String column) {
    Long value = row.get(column, Long.class);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  List<CountedPart> of(CountedPart.Role role) {
    return all.stream().filter(part -> part.role() == role).toList();
  }

  OptionalLong numerator() {
    return sum(CountedPart::numerator);
  }

  OptionalLong denominator() {
    return sum(CountedPart::denominator);
  }

  /** As a KPI adds up: nothing without a row, and unknown once a row is. */
  private OptionalLong sum(Function<CountedPart, OptionalLong> count) {
    boolean isUnknown = all.stream().map(count).anyMatch(OptionalLong::isEmpty);
    return all.isEmpty() || isUnknown
        ? OptionalLong.empty()
        : OptionalLong.of(all.stream().map(count).mapToLong(OptionalLong::getAsLong).sum());
  }

  private OptionalDouble median() {
    double[] sorted =
        all.stream()
            .map(CountedPart::observed)
            .flatMap(Optional::stream)
            .mapToDouble(d -> d)
            .sorted()
            .toArray();
    if (sorted.length == 0) {
      return OptionalDouble.empty();
    }
    int middle = sorted.length / 2;
    return OptionalDouble.of(
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
  }

  /** The rows' buckets, added up. */
  Histogram histogram() {
    var histogram = new Histogram();
    for (var part : all) {
      part.buckets().forEach((bucket, count) -> histogram.add(bucket, OptionalLong.of(count)));
    }
    return histogram;
  }

  /** Whether the rows come to what the figure says. */
  boolean comeTo(KpiFigure figure, KpiDefinition kpi) {
    boolean isStatistic = all.stream().anyMatch(part -> part.observed().isPresent());
    return numerator().equals(figure.numerator())
        && denominator().equals(figure.denominator())
        && (!isStatistic || median().equals(figure.value()))
        && kpi.quantilePercent().stream().allMatch(percent -> isQuantile(figure, percent));
  }

  private boolean isQuantile(KpiFigure figure, int percent) {
    var histogram = histogram();
    return histogram.upperEdge(percent).equals(figure.value())
        && histogram.lowerEdge(percent).equals(figure.low())
        && histogram.upperEdge(percent).equals(figure.high());
  }

  /** What distinct pairs come to: with the same agent the larger of the issuers' counts. */
  CountedParts ofDistinctPairs() {
    var larger = new LinkedHashMap<Optional<String>, CountedPart>();
    all.forEach(part -> larger.merge(part.agentId(), part, CountedPart::larger));
    return new CountedParts(List.copyOf(larger.values()));
  }

  /** The companies that a condition holds for, each once, in the order of the rows. */
  List<String> entities(Predicate<CountedPart> condition) {
    return all.stream()
        .filter(condition)
        .map(CountedPart::entity)
        .filter(entity -> !entity.isEmpty())
        .distinct()
        .toList();
  }

  /** The issuers of the rows. */
  List<String> issuers() {
    return all.stream().map(CountedPart::issuerId).flatMap(Optional::stream).distinct().toList();
  }

  static String list(List<String> values) {
    return values.stream()
        .map(jp.renkei.warehouse.table.DuckDbTables::literal)
        .collect(java.util.stream.Collectors.joining(", "));
  }

  /** The columns of which any row has a value, so that a table shows no empty ones. */
  boolean has(Function<CountedPart, Optional<?>> column) {
    return all.stream().map(column).anyMatch(Optional::isPresent);
  }

  static List<CountedPart.Role> counted() {
    return Arrays.asList(
        CountedPart.Role.NUMERATOR, CountedPart.Role.DENOMINATOR, CountedPart.Role.BOUNDS);
  }
}
