package jp.renkei.jobs.foreign;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.surveys.Problem;

/**
 * Reads one answer of a register by its description. An answer is taken whole or not at all: a
 * register with brands left out would be a count that nobody published.
 */
public final class SnapshotReader {
  /** No register that we know is older than this as open data; a slip would make a long gap. */
  static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private static final int LONGEST_NAME = 300;
  private static final int MOST_PROBLEMS = 20;
  private static final int DEEPEST = 50;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * What reading came to.
   *
   * @param snapshot empty where anything is wrong
   * @param rows how many brands were found, also in an answer that is not taken
   */
  public record Reading(Optional<Snapshot> snapshot, List<Problem> problems, long rows) {
    public Reading {
      problems = List.copyOf(problems);
    }

    private static Reading failed(Problem problem) {
      return new Reading(Optional.empty(), List.of(problem), 0);
    }
  }

  private final RegisterDescription description;
  private final String path;
  private final LocalDate receivedOn;
  private final List<Problem> problems = new ArrayList<>();

  private SnapshotReader(RegisterDescription description, String path, LocalDate receivedOn) {
    this.description = description;
    this.path = path;
    this.receivedOn = receivedOn;
  }

  /**
   * Reads.
   *
   * @param path of the file below landing
   * @param receivedOn the day it arrived, which no snapshot's day may lie after
   */
  public static Reading read(
      RegisterDescription description, String path, String text, LocalDate receivedOn) {
    return new SnapshotReader(description, path, receivedOn).read(text);
  }

  private Reading read(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(withoutMark(text));
    } catch (JsonProcessingException e) {
      return Reading.failed(SnapshotProblems.noJson(path, text, e));
    }
    if (root.isMissingNode()) {
      return Reading.failed(SnapshotProblems.emptyFile(path));
    }
    var day = day(root);
    for (var layout : description.layouts()) {
      var entries = layout.brands().entriesIn(root);
      if (entries.isPresent() && entries.get().isEmpty()) {
        return Reading.failed(SnapshotProblems.emptyList(path, layout.brands()));
      }
      if (entries.filter(found -> hasId(layout, found)).isPresent()) {
        return read(layout, entries.get(), day);
      }
    }
    return Reading.failed(SnapshotProblems.otherShape(path, root, description.layouts()));
  }

  /** Whether any entry has an id of the layout; one without is told by its place. */
  private static boolean hasId(SnapshotLayout layout, List<FieldPath.Found> entries) {
    return entries.stream().anyMatch(entry -> first(layout.brandId(), entry.value()).isPresent());
  }

  private Reading read(
      SnapshotLayout layout, List<FieldPath.Found> entries, Optional<LocalDate> day) {
    var brands = new ArrayList<Brand>();
    var places = new HashMap<String, String>();
    for (var entry : entries) {
      brand(layout, entry, places).ifPresent(brands::add);
    }
    var told =
        problems.size() <= MOST_PROBLEMS
            ? problems
            : new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
    if (problems.size() > MOST_PROBLEMS) {
      told.add(SnapshotProblems.moreProblems(path, problems.size() - MOST_PROBLEMS));
    }
    var snapshot =
        problems.isEmpty()
            ? day.map(on -> new Snapshot(path, on, layout.idScheme(), brands))
            : Optional.<Snapshot>empty();
    return new Reading(snapshot, told, entries.size());
  }

  private Optional<Brand> brand(
      SnapshotLayout layout, FieldPath.Found entry, Map<String, String> places) {
    var id = first(layout.brandId(), entry.value());
    if (id.isEmpty()) {
      problems.add(SnapshotProblems.missing(path, entry.place(), layout.brandId()));
      return Optional.empty();
    }
    var name = layout.brandName().textIn(entry.value()).map(SnapshotReader::shown);
    if (name.isEmpty() || name.get().length() > LONGEST_NAME) {
      problems.add(
          name.isEmpty()
              ? SnapshotProblems.missing(path, entry.place(), List.of(layout.brandName()))
              : SnapshotProblems.longName(path, entry.place(), name.get(), LONGEST_NAME));
      return Optional.empty();
    }
    if (layout.entityId().filter(field -> field.isMisshapenIn(entry.value())).isPresent()) {
      problems.add(SnapshotProblems.noText(path, entry.place(), layout.entityId().orElseThrow()));
      return Optional.empty();
    }
    String before = places.putIfAbsent(id.get(), entry.place());
    if (before != null) {
      problems.add(SnapshotProblems.sameId(path, entry.place(), id.get(), before));
      return Optional.empty();
    }
    return Optional.of(
        new Brand(
            id.get(),
            layout.earlierBrandId().stream()
                .flatMap(field -> field.textIn(entry.value()).stream())
                .filter(other -> !other.equals(id.get()))
                .toList(),
            name.get(),
            layout
                .entityId()
                .flatMap(field -> field.textIn(entry.value()))
                .map(entity -> entity.replaceAll("[\\s\\u3000]+", "")),
            layout
                .entityName()
                .flatMap(field -> field.textIn(entry.value()))
                .map(SnapshotReader::shown)));
  }

  private Optional<LocalDate> day(JsonNode root) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    var rule = description.snapshotDate();
    var day = rule.fileName().isPresent() ? rule.inName(name) : rule.inContent(root);
    if (day.isEmpty()) {
      problems.add(SnapshotProblems.noDay(path, name, rule.wanted()));
    } else if (day.get().isBefore(EARLIEST) || day.get().isAfter(receivedOn.plusDays(1))) {
      problems.add(SnapshotProblems.dayOutOfRange(path, day.get(), receivedOn));
    }
    return day;
  }

  private static Optional<String> first(List<FieldPath> fields, JsonNode entry) {
    return fields.stream().flatMap(field -> field.textIn(entry).stream()).findFirst();
  }

  /**
   * Free text on one line: what moves a cursor or turns the writing around is no part of a name.
   */
  private static String shown(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }
}
