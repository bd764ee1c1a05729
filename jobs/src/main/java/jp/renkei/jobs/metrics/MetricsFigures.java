package jp.renkei.jobs.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.jobs.metrics.MetricsFigure.PeriodType;

/**
 * The figures of a file of the right shape. The first of previousDays is the day before the
 * request, the first of previousMonths the month before; what is of the current day or month is not
 * over yet and is left out.
 */
final class MetricsFigures {
  private static final String DAYS = "previousDays";
  private static final String MONTHS = "previousMonths";

  private final LocalDate requestDay;
  private final List<MetricsFigure> figures = new ArrayList<>();

  private MetricsFigures(LocalDate requestDay) {
    this.requestDay = requestDay;
  }

  /**
   * Reads.
   *
   * @param data what stands below {@code data}
   * @param requestDay the day of the request where days begin
   */
  static List<MetricsFigure> of(JsonNode data, MetricsShape.ObjectOf shape, LocalDate requestDay) {
    var figures = new MetricsFigures(requestDay);
    shape
        .members()
        .forEach(
            (metric, member) -> {
              if (data.has(metric)) {
                figures.below(data.get(metric), member.shape(), metric, "");
              }
            });
    return List.copyOf(figures.figures);
  }

  private void below(JsonNode node, MetricsShape shape, String metric, String aspect) {
    if (shape instanceof MetricsShape.Scalar scalar) {
      if (scalar.type() == ScalarType.NATURAL_NUMBER) {
        add(PeriodType.MOMENT, requestDay, metric, aspect, "", -1, node);
      }
    } else if (node.has(DAYS)) {
      for (int index = 0; index < node.get(DAYS).size(); index++) {
        var day = requestDay.minusDays(index + 1L);
        period(PeriodType.DAY, day, metric, aspect, "", node.get(DAYS).get(index));
      }
    } else if (node.has(MONTHS)) {
      for (int index = 0; index < node.get(MONTHS).size(); index++) {
        var month = requestDay.withDayOfMonth(1).minusMonths(index + 1L);
        period(PeriodType.MONTH, month, metric, aspect, "", node.get(MONTHS).get(index));
      }
    } else if (shape instanceof MetricsShape.ObjectOf object) {
      object
          .members()
          .forEach(
              (name, member) -> {
                if (node.has(name) && !name.startsWith("current")) {
                  below(node.get(name), member.shape(), metric, joined(aspect, name));
                }
              });
    }
  }

  private void period(
      PeriodType type, LocalDate start, String metric, String aspect, String part, JsonNode node) {
    if (node.isArray()) {
      for (int hour = 0; hour < node.size(); hour++) {
        add(type, start, metric, aspect, part, hour, node.get(hour));
      }
    } else if (node.isObject()) {
      node.properties()
          .forEach(
              entry ->
                  period(
                      type, start, metric, aspect, joined(part, entry.getKey()), entry.getValue()));
    } else {
      add(type, start, metric, aspect, part, -1, node);
    }
  }

  private void add(
      PeriodType type,
      LocalDate start,
      String metric,
      String aspect,
      String part,
      int hour,
      JsonNode node) {
    // What the shape does not know beside what it knows, such as a note, is no figure.
    if (node.isNumber() || node.isTextual()) {
      var value = node.isNumber() ? node.decimalValue() : new BigDecimal(node.textValue());
      figures.add(new MetricsFigure(type, start, metric, aspect, part, hour, value));
    }
  }

  private static String joined(String before, String name) {
    return before.isEmpty() ? name : before + "." + name;
  }
}
