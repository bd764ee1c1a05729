package jp.renkei.warehouse.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * A date as one source states it, no finer than stated: {@code from} is the first day it can mean
 * and {@code to} the last. A period spans both of its ends.
 *
 * @param stated the date as it stands in the register: YYYY, YYYY-MM, YYYY-MM-DD or a FY
 * @param approximate true where the source says about (頃, 仮)
 * @param source who states it
 */
public record StatedDate(
    String stated,
    Precision precision,
    boolean approximate,
    LocalDate from,
    LocalDate to,
    String source,
    Grade grade) {

  /** How fine a date is stated. */
  public enum Precision {
    YEAR,
    MONTH,
    DAY
  }

  public StatedDate {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("Cannot use a date that ends before it begins: " + stated);
    }
  }

  static StatedDate of(YamlNode node) {
    node.allowOnly("on", "until", "approximate", "source", "grade");
    String on = node.text("on");
    Optional<String> until = node.optionalText("until");
    Span first = span(node, on);
    Span last = until.map(text -> span(node, text)).orElse(first);
    return new StatedDate(
        until.map(end -> on + "/" + end).orElse(on),
        first.precision(),
        node.flag("approximate"),
        first.from(),
        last.to(),
        node.text("source"),
        node.code("grade", Grade.class));
  }

  private static Span span(YamlNode node, String text) {
    try {
      if (text.matches("FY\\d{4}")) {
        Year year = Year.parse(text.substring(2));
        LocalDate start = year.atMonth(4).atDay(1);
        return new Span(Precision.YEAR, start, start.plusYears(1).minusDays(1));
      }
      return switch (text.length()) {
        case 4 -> {
          Year year = Year.parse(text);
          yield new Span(Precision.YEAR, year.atDay(1), year.atMonth(12).atEndOfMonth());
        }
        case 7 -> {
          YearMonth month = YearMonth.parse(text);
          yield new Span(Precision.MONTH, month.atDay(1), month.atEndOfMonth());
        }
        default -> {
          LocalDate day = LocalDate.parse(text);
          yield new Span(Precision.DAY, day, day);
        }
      };
    } catch (DateTimeException e) {
      throw new DefinitionException(
          "%s: found '%s', expected YYYY, FYYYYY, YYYY-MM or YYYY-MM-DD."
              .formatted(node.place(), text),
          e);
    }
  }

  private record Span(Precision precision, LocalDate from, LocalDate to) {}
}
