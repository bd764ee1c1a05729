package jp.renkei.reports.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.reports.style.Palette;
import jp.renkei.reports.style.PeriodText;

/**
 * What a chart shows, independent of who draws it.
 *
 * @param id part of the chart's address, such as {@code api_adoption_rate}
 * @param unit of the values: {@code ratio} values are 0..1 and drawn as percent
 * @param categories labels along the category axis, in drawing order
 * @param source what stands after 出典：
 * @param stamp the release that the values are from
 * @param comments what companies say of the values, in the order of the categories
 */
public record ChartSpec(
    String id,
    String title,
    Kind kind,
    String categoryLabel,
    String valueLabel,
    String unit,
    List<String> categories,
    List<Series> series,
    String source,
    Stamp stamp,
    List<Comment> comments) {
  private static final String MARK = "※";

  /** What the sign of a suppressed value means. */
  private static final String SUPPRESSED_NOTE = "x：秘匿（0 ではない）";

  /** How the values are drawn. */
  public enum Kind {
    LINE,
    BAR,
    STACKED_BAR,
    /** Horizontal bars, for many categories with long names. */
    HORIZONTAL_BAR
  }

  /** What a series stands for: bounds are drawn apart from the values they bound. */
  public enum Role {
    VALUE,
    BOUND
  }

  /**
   * One line or set of bars.
   *
   * @param values one per category; empty where there is no value, which is never drawn as 0
   * @param suppressed positions of the values that are missing because they are suppressed (秘匿)
   */
  public record Series(
      String name, Role role, List<OptionalDouble> values, Set<Integer> suppressed) {
    public Series {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(role, "role");
      values = List.copyOf(values);
      suppressed = Set.copyOf(suppressed);
    }

    public Series(String name, Role role, List<OptionalDouble> values) {
      this(name, role, values, Set.of());
    }

    public Series(String name, List<OptionalDouble> values) {
      this(name, Role.VALUE, values);
    }

    /** A value in the chart's unit, or the sign of why there is none. */
    public String text(int category, String unit) {
      return suppressed.contains(category)
          ? KpiFormat.SUPPRESSED
          : KpiFormat.text(values.get(category), unit);
    }
  }

  /**
   * What a company says of the values of one category.
   *
   * @param category its position
   * @param series names of those it is about, empty where the chart has only one
   * @param company its name
   */
  public record Comment(
      int category,
      List<String> series,
      String company,
      String text,
      Optional<LocalDate> statedOn) {
    public Comment {
      series = series.stream().filter(name -> !name.isEmpty()).distinct().toList();
    }

    boolean isOn(int place, String seriesName) {
      return category == place && (series.isEmpty() || series.contains(seriesName));
    }

    Comment on(List<String> names) {
      return new Comment(category, names, company, text, statedOn);
    }
  }

  public ChartSpec {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
    comments = List.copyOf(comments);
    for (var one : series) {
      if (one.values().size() != categories.size()) {
        throw new IllegalArgumentException(
            "Cannot draw chart %s: series '%s' has %d values for %d categories."
                .formatted(id, one.name(), one.values().size(), categories.size()));
      }
    }
  }

  /** A chart that nobody comments on. */
  public ChartSpec(
      String id,
      String title,
      Kind kind,
      String categoryLabel,
      String valueLabel,
      String unit,
      List<String> categories,
      List<Series> series,
      String source,
      Stamp stamp) {
    this(
        id,
        title,
        kind,
        categoryLabel,
        valueLabel,
        unit,
        categories,
        series,
        source,
        stamp,
        List.of());
  }

  /** The colour of a series: values in the palette's order, bounds in quiet grey. */
  public String colour(int seriesIndex) {
    if (series.get(seriesIndex).role() == Role.BOUND) {
      return Palette.BOUND;
    }
    long earlierValues =
        series.stream().limit(seriesIndex).filter(one -> one.role() == Role.VALUE).count();
    return Palette.series((int) earlierValues);
  }

  /**
   * What stands on the category axis: the category, marked where a company comments on it and where
   * a value is suppressed.
   */
  public String label(int category) {
    var label = new StringBuilder(categories.get(category));
    if (series.stream().anyMatch(one -> one.suppressed().contains(category))) {
      label.append(' ').append(KpiFormat.SUPPRESSED);
    }
    for (int i = 0; i < comments.size(); i++) {
      if (comments.get(i).category() == category) {
        label.append(label.indexOf(MARK) < 0 ? " " : "").append(mark(i));
      }
    }
    return label.toString();
  }

  /** The signs of what is said of one value; empty without, and for bounds. */
  String marks(int category, Series of) {
    return IntStream.range(0, comments.size())
        .filter(i -> of.role() == Role.VALUE && comments.get(i).isOn(category, of.name()))
        .mapToObj(this::mark)
        .collect(Collectors.joining());
  }

  public List<String> labels() {
    return IntStream.range(0, categories.size()).mapToObj(this::label).toList();
  }

  /** The sign of a comment, such as ※1. */
  String mark(int comment) {
    return MARK + (comment + 1);
  }

  /** The comments as lines under the chart: sign, value, company, words, date. */
  public List<String> notes() {
    return IntStream.range(0, comments.size()).mapToObj(this::note).toList();
  }

  /** The notes on one category, as the data table has them. */
  public List<String> notes(int category) {
    return IntStream.range(0, comments.size())
        .filter(i -> comments.get(i).category() == category)
        .mapToObj(this::note)
        .toList();
  }

  private String note(int index) {
    var comment = comments.get(index);
    String category = categories.get(comment.category());
    var note = new StringBuilder(mark(index)).append(' ').append(category);
    if (!comment.series().isEmpty()) {
      note.append('・').append(String.join("、", comment.series()));
    }
    if (!comment.company().equals(category)) {
      note.append('（').append(comment.company()).append('）');
    }
    // On one line, and without what no XML may hold; where a line ended is told.
    note.append('：')
        .append(
            comment
                .text()
                .strip()
                .replaceAll("[ \\u3000]*\\R+[ \\u3000]*", "／")
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029\\uFFFE\\uFFFF]+", " "));
    comment.statedOn().ifPresent(day -> note.append('（').append(PeriodText.date(day)).append('）'));
    return note.toString();
  }

  /** The line under the chart. */
  public String sourceLine() {
    return "出典：" + source + "　" + stamp.line() + (hasSuppressed() ? "　" + SUPPRESSED_NOTE : "");
  }

  /** Whether a value is missing because it is suppressed. */
  public boolean hasSuppressed() {
    return series.stream().anyMatch(one -> !one.suppressed().isEmpty());
  }

  /** 時点 of the values. */
  public String asOf() {
    return stamp.asOf();
  }

  /** Whether the categories stand on the vertical axis. */
  public boolean isHorizontal() {
    return kind == Kind.HORIZONTAL_BAR;
  }
}
