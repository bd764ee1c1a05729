package jp.renkei.webapi.releases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.reports.figure.IssuerBasis;
import jp.renkei.reports.figure.KpiDefinitions;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.diff.FigureChange;
import jp.renkei.warehouse.release.diff.FigureReading;
import jp.renkei.warehouse.release.diff.FigureSubject;
import jp.renkei.warehouse.release.diff.ReleaseDiff;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.kpi.FigureWords;

/**
 * What {@code /releases/changes} shows.
 *
 * @param releases those to choose from, the newest first
 * @param revision 定例更新 or 訂正, as the later release says; empty without
 * @param groups figures that moved, appeared, vanished
 * @param missing tables that one of the two has not
 */
public record ChangesPage(
    int before,
    int after,
    List<Choice> releases,
    String revision,
    List<Group> groups,
    List<String> missing) {
  /** The rest stands in the CSV. */
  private static final int MOST_ROWS = 500;

  public ChangesPage {
    releases = List.copyOf(releases);
    groups = List.copyOf(groups);
    missing = List.copyOf(missing);
  }

  /** A release to choose. */
  public record Choice(int id, String name) {}

  /**
   * Figures of which the same became.
   *
   * @param kind MOVED, APPEARED or VANISHED
   * @param more how many are not shown
   */
  public record Group(String kind, long count, List<Row> rows, long more) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One figure.
   *
   * @param whose names of its companies
   * @param basis what it was counted from and, where not by the issuers of the period, by whom
   */
  public record Row(
      String title,
      String whose,
      String slice,
      String basis,
      String period,
      String before,
      String after,
      String difference,
      String relative,
      String reasons,
      String comments) {}

  /**
   * The page of two releases.
   *
   * @param names of companies by id
   * @param open what there is to choose from
   */
  static ChangesPage of(
      Frame frame, ReleaseDiff diff, Map<String, String> names, List<Release> open) {
    return new ChangesPage(
        diff.before().id(),
        diff.after().id(),
        open.stream().map(release -> new Choice(release.id(), name(frame, release))).toList(),
        diff.after()
            .life()
            .revision()
            .map(
                one -> frame.isJapanese() ? one.japanese() : frame.text("releases.revision." + one))
            .orElse(""),
        Stream.of(FigureChange.Kind.values()).map(kind -> group(frame, diff, names, kind)).toList(),
        diff.missing());
  }

  private static String name(Frame frame, Release release) {
    return Stream.of(
            Optional.of(frame.text("release.number", Integer.toString(release.id()))),
            release.life().label())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  private static Group group(
      Frame frame, ReleaseDiff diff, Map<String, String> names, FigureChange.Kind kind) {
    long count = diff.count(kind);
    var rows =
        diff.changes().stream()
            .filter(change -> change.kind() == kind)
            .limit(MOST_ROWS)
            .map(change -> row(frame, names, change))
            .toList();
    return new Group(kind.name(), count, rows, count - rows.size());
  }

  private static Row row(Frame frame, Map<String, String> names, FigureChange change) {
    var subject = change.subject();
    return new Row(
        KpiDefinitions.titled(
            frame.isJapanese() ? change.titleJa() : change.titleEn(),
            subject.definitionVersion(),
            frame.isJapanese()),
        Stream.of(subject.issuerId(), subject.agentId())
            .filter(id -> !id.isEmpty())
            .map(id -> names.getOrDefault(id, id))
            .collect(Collectors.joining(frame.text("quality.separator"))),
        slice(frame, subject),
        basis(frame, subject),
        subject.periodType().isEmpty()
            ? subject.roundId()
            : new FigureWords(frame)
                .period(subject.periodType(), subject.periodStart(), subject.periodEnd()),
        side(frame, change.before(), change.unit()),
        side(frame, change.after(), change.unit()),
        difference(frame, change),
        change.relativeDifference().isPresent()
            ? KpiFormat.signed(KpiFormat.text(change.relativeDifference(), "ratio"))
            : "",
        change.reasons().stream()
            .map(reason -> frame.isJapanese() ? reason.japanese() : reason.english())
            .collect(Collectors.joining(frame.text("quality.separator"))),
        change.comments());
  }

  private static String slice(Frame frame, FigureSubject subject) {
    return Stream.of(
            subject.sliceValue().isEmpty() ? "" : frame.word(subject.slice(), subject.sliceValue()),
            subject.option(),
            subject.answerState().isEmpty() ? "" : frame.word("value_state", subject.answerState()))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String basis(Frame frame, FigureSubject subject) {
    String basis = frame.word("basis", subject.basis());
    return subject.issuerBasis().equals(IssuerBasis.NOW.name())
        ? frame.text("changes.basis.now", basis)
        : basis;
  }

  private static String side(Frame frame, Optional<FigureReading> reading, String unit) {
    if (reading.isEmpty()) {
      return frame.text("changes.none");
    }
    var value = reading.get().value();
    if (value.isPresent()) {
      return new FigureWords(frame).number(value.getAsDouble(), unit);
    }
    String state = reading.get().valueState();
    return KpiFormat.isSuppressed(state) ? KpiFormat.SUPPRESSED : frame.word("value_state", state);
  }

  /** Of ratios in percentage points. */
  private static String difference(Frame frame, FigureChange change) {
    var difference = change.difference();
    if (difference.isEmpty()) {
      return "";
    }
    if (!KpiFormat.isRatio(change.unit())) {
      return KpiFormat.signed(
          new FigureWords(frame).number(difference.getAsDouble(), change.unit()));
    }
    String percent = KpiFormat.text(OptionalDouble.of(difference.getAsDouble()), "ratio");
    return frame.text("changes.points", KpiFormat.signed(percent.replace("%", "")));
  }
}
