package jp.renkei.jobs.silver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.renkei.surveys.CsvFile;
import jp.renkei.surveys.CsvRow;

/** Makes a received file again from its bronze rows. */
final class ReceivedCsv {
  private static final int LONGEST_RAW = 1_000;

  /** Bronze holds what was sent, also a column or a cell of many megabytes. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNameLength(Integer.MAX_VALUE)
                      .maxStringLength(Integer.MAX_VALUE)
                      .build())
              .build());

  private static final TypeReference<LinkedHashMap<String, String>> CELLS =
      new TypeReference<>() {};

  /** One bronze row: the line and its cells as JSON. */
  record Line(long line, String cellsJson) implements Serializable {}

  private ReceivedCsv() {}

  /**
   * The file with the name and the lines, and its broken rows as problems; without a line it has no
   * columns.
   */
  static CsvFile of(String name, List<Line> lines) {
    var sorted = new ArrayList<>(lines);
    sorted.sort(Comparator.comparingLong(Line::line));
    if (sorted.isEmpty()) {
      return CsvFile.empty(name, List.of());
    }
    var columns = List.copyOf(cells(sorted.get(0).cellsJson()).keySet());
    var positions = new HashMap<String, Integer>();
    columns.forEach(column -> positions.put(column, positions.size()));
    var rows = new ArrayList<CsvRow>();
    var brokenRows = new ArrayList<CsvRow>();
    for (var line : sorted.subList(1, sorted.size())) {
      var cells = cells(line.cellsJson());
      var row = new CsvRow(line.line(), positions, List.copyOf(cells.values()));
      (cells.size() == columns.size() ? rows : brokenRows).add(row);
    }
    var problems =
        brokenRows.stream()
            .map(row -> CsvFile.wrongColumnCount(name, row, columns.size()))
            .toList();
    long received = (long) rows.size() + brokenRows.size();
    return new CsvFile(name, Optional.empty(), columns, rows, brokenRows, received, problems);
  }

  /** A row as a line of a CSV, cut to 1,000 characters. Bronze holds no card numbers. */
  static String raw(Line line) {
    String text =
        cells(line.cellsJson()).values().stream()
            .map(ReceivedCsv::quoted)
            .collect(Collectors.joining(","));
    if (text.length() <= LONGEST_RAW) {
      return text;
    }
    boolean isInPair = Character.isHighSurrogate(text.charAt(LONGEST_RAW - 1));
    return text.substring(0, isInPair ? LONGEST_RAW - 1 : LONGEST_RAW);
  }

  private static String quoted(String value) {
    return value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + value.replace("\"", "\"\"") + '"'
        : value;
  }

  /** The text of a received file that is no CSV. */
  static String text(List<Line> lines) {
    return lines.isEmpty() ? "" : cells(lines.get(0).cellsJson()).getOrDefault("text", "");
  }

  /** Cells as a bronze row has them. */
  static String json(Map<String, String> cells) {
    try {
      return JSON.writeValueAsString(cells);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cells of a bronze row, column name to text. */
  static Map<String, String> cells(String json) {
    try {
      return JSON.readValue(json, CELLS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
