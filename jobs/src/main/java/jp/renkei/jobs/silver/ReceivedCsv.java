package jp.renkei.jobs.silver;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import jp.renkei.surveys.CsvFile;
import jp.renkei.surveys.CsvRow;

/** Makes a received file again from its bronze rows. */
final class ReceivedCsv {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, String>> CELLS =
      new TypeReference<>() {};

  /** One bronze row: the line and its cells as JSON. */
  record Line(long line, String cellsJson) implements Serializable {}

  private ReceivedCsv() {}

  /** The file with the name and the lines; without a line it has no columns. */
  static CsvFile of(String name, List<Line> lines) {
    var sorted = new ArrayList<>(lines);
    sorted.sort(Comparator.comparingLong(Line::line));
    if (sorted.isEmpty()) {
      return new CsvFile(name, Optional.empty(), List.of(), List.of(), 0, List.of());
    }
    var columns = List.copyOf(cells(sorted.get(0).cellsJson()).keySet());
    var positions = new HashMap<String, Integer>();
    columns.forEach(column -> positions.put(column, positions.size()));
    var rows = new ArrayList<CsvRow>();
    for (var line : sorted.subList(1, sorted.size())) {
      var cells = cells(line.cellsJson());
      rows.add(new CsvRow(line.line(), positions, List.copyOf(cells.values())));
    }
    return new CsvFile(name, Optional.empty(), columns, rows, rows.size(), List.of());
  }

  /** The text of a received file that is no CSV. */
  static String text(List<Line> lines) {
    return lines.isEmpty() ? "" : cells(lines.get(0).cellsJson()).getOrDefault("text", "");
  }

  private static Map<String, String> cells(String json) {
    try {
      return JSON.readValue(json, CELLS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
