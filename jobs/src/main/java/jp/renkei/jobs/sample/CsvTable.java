package jp.renkei.jobs.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A CSV file in the making: a header and rows of the same width, lines ended by LF. */
final class CsvTable {
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  CsvTable(String... header) {
    this.header = List.of(header);
  }

  CsvTable add(String... values) {
    if (values.length != header.size()) {
      throw new IllegalArgumentException(
          "Cannot add a row to %s: found %d values, expected %d"
              .formatted(header, values.length, header.size()));
    }
    rows.add(List.of(values));
    return this;
  }

  /** The same rows without one column. */
  CsvTable without(String column) {
    int place = header.indexOf(column);
    CsvTable narrower = new CsvTable(dropped(header, place).toArray(String[]::new));
    rows.forEach(row -> narrower.rows.add(dropped(row, place)));
    return narrower;
  }

  String text() {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      writer.writeRecord(header);
      rows.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> dropped(List<String> values, int place) {
    List<String> rest = new ArrayList<>(values);
    rest.remove(place);
    return List.copyOf(rest);
  }
}
