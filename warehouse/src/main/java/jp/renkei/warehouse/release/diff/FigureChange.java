package jp.renkei.warehouse.release.diff;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * One figure on which two releases differ.
 *
 * @param titleJa title of the KPI, or the question
 * @param unit of the value; ratios are 0..1
 * @param before what the earlier release says; empty where it has no such figure
 * @param after what the later release says; empty where it has no such figure
 * @param reasons what can have moved it; at least one
 * @param comments what its issuer and agent say of it in the later release; empty without
 */
public record FigureChange(
    FigureSubject subject,
    String titleJa,
    String titleEn,
    String unit,
    Optional<FigureReading> before,
    Optional<FigureReading> after,
    List<ChangeReason> reasons,
    String comments) {
  /** The names of what {@link #row} gives. */
  public static final List<String> COLUMNS =
      List.of(
          "change",
          "table",
          "id",
          "definition_version",
          "title_ja",
          "entity_level",
          "issuer_id",
          "agent_id",
          "slice",
          "slice_value",
          "period_type",
          "period_start",
          "period_end",
          "round_id",
          "basis",
          "issuer_basis",
          "option_code",
          "answer_state",
          "unit",
          "old_value_state",
          "old_numerator",
          "old_denominator",
          "old_value",
          "old_value_low",
          "old_value_high",
          "new_value_state",
          "new_numerator",
          "new_denominator",
          "new_value",
          "new_value_low",
          "new_value_high",
          "difference",
          "relative_difference",
          "reasons",
          "reasons_ja",
          "comments");

  public FigureChange {
    reasons = List.copyOf(reasons);
  }

  /** What became of a figure. */
  public enum Kind {
    MOVED("動いた"),
    APPEARED("加わった"),
    VANISHED("なくなった"),
    /** The value is the same; only what it is counted from moved. */
    RECOUNTED("件数だけが動いた");

    private final String japanese;

    Kind(String japanese) {
      this.japanese = japanese;
    }

    public String japanese() {
      return japanese;
    }
  }

  public Kind kind() {
    if (before.isEmpty()) {
      return Kind.APPEARED;
    }
    if (after.isEmpty()) {
      return Kind.VANISHED;
    }
    return before.get().isSameValue(after.get()) ? Kind.RECOUNTED : Kind.MOVED;
  }

  /** New value minus old, in the unit; empty unless both are there. */
  public OptionalDouble difference() {
    var old = value(before);
    var now = value(after);
    return old.isPresent() && now.isPresent()
        ? OptionalDouble.of(now.getAsDouble() - old.getAsDouble())
        : OptionalDouble.empty();
  }

  /** The difference as a part of the old value; empty where that is 0 or not there. */
  public OptionalDouble relativeDifference() {
    var old = value(before);
    var difference = difference();
    return difference.isPresent() && old.getAsDouble() != 0
        ? OptionalDouble.of(difference.getAsDouble() / Math.abs(old.getAsDouble()))
        : OptionalDouble.empty();
  }

  /** Value before, if the figure was there and had one. */
  public OptionalDouble oldValue() {
    return value(before);
  }

  public OptionalDouble newValue() {
    return value(after);
  }

  private static OptionalDouble value(Optional<FigureReading> reading) {
    return reading.map(FigureReading::value).orElse(OptionalDouble.empty());
  }

  /** The values of {@link #COLUMNS}, absent ones null: texts, dates and numbers. */
  public List<Object> row() {
    return row(null);
  }

  /** The same for a file, where a blank cell may be read as 0: a suppressed number is marked. */
  public List<Object> markedRow() {
    return row(FigureReading.SUPPRESSED);
  }

  private List<Object> row(String suppressed) {
    return Arrays.asList(
        kind().name(),
        subject.kind().table(),
        subject.id(),
        subject.definitionVersion() == 0 ? null : (long) subject.definitionVersion(),
        titleJa,
        text(subject.level()),
        text(subject.issuerId()),
        text(subject.agentId()),
        text(subject.slice()),
        text(subject.sliceValue()),
        text(subject.periodType()),
        subject.periodType().isEmpty() ? null : subject.periodStart(),
        subject.periodType().isEmpty() ? null : subject.periodEnd(),
        text(subject.roundId()),
        text(subject.basis()),
        text(subject.issuerBasis()),
        text(subject.option()),
        text(subject.answerState()),
        text(unit),
        before.map(FigureReading::valueState).orElse(null),
        marked(before, count(before.map(FigureReading::numerator)), suppressed),
        marked(before, count(before.map(FigureReading::denominator)), suppressed),
        marked(before, number(before.map(FigureReading::value)), suppressed),
        marked(before, number(before.map(FigureReading::low)), suppressed),
        marked(before, number(before.map(FigureReading::high)), suppressed),
        after.map(FigureReading::valueState).orElse(null),
        marked(after, count(after.map(FigureReading::numerator)), suppressed),
        marked(after, count(after.map(FigureReading::denominator)), suppressed),
        marked(after, number(after.map(FigureReading::value)), suppressed),
        marked(after, number(after.map(FigureReading::low)), suppressed),
        marked(after, number(after.map(FigureReading::high)), suppressed),
        number(Optional.of(difference())),
        number(Optional.of(relativeDifference())),
        reasons.stream().map(Enum::name).collect(Collectors.joining(" ")),
        reasonsJa(),
        text(comments));
  }

  /** The reasons in Japanese, joined as a text has them. */
  public String reasonsJa() {
    return reasons.stream().map(ChangeReason::japanese).collect(Collectors.joining("、"));
  }

  private static String text(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Object marked(Optional<FigureReading> reading, Number number, String suppressed) {
    return number == null && reading.filter(FigureReading::isSuppressed).isPresent()
        ? suppressed
        : number;
  }

  private static Long count(Optional<OptionalLong> count) {
    return count.filter(OptionalLong::isPresent).map(OptionalLong::getAsLong).orElse(null);
  }

  private static Double number(Optional<OptionalDouble> number) {
    return number.filter(OptionalDouble::isPresent).map(OptionalDouble::getAsDouble).orElse(null);
  }
}
