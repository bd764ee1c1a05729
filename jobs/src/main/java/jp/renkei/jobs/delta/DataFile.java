package jp.renkei.jobs.delta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * One data file of a Delta table, with what the table's log says of the values in it.
 *
 * @param path absolute path, or an address where the table does not lie in a local folder
 * @param statistics Delta's statistics as JSON; empty where the writer left none
 */
public record DataFile(String path, Optional<String> statistics) {
  private static final int SHA256_DIGITS = 64;
  private static final ObjectMapper JSON = new ObjectMapper();

  public DataFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(statistics, "statistics");
  }

  /** The days between which a column's values lie, both included; empty where nobody knows. */
  public Optional<DayRange> days(String column) {
    return statistics.flatMap(text -> DayRange.of(parsed(text), column));
  }

  /** False only if the file is known to have none of the days in a column. */
  public boolean mayHold(String column, Collection<LocalDate> days) {
    return days(column).map(range -> days.stream().anyMatch(range::holds)).orElse(true);
  }

  /**
   * The SHA-256 of the source that the file was made of, which its name begins with.
   *
   * @throws IndexOutOfBoundsException when it was made of no one source
   */
  public String sourceSha256() {
    return path.substring(path.lastIndexOf('/') + 1).substring(0, SHA256_DIGITS);
  }

  /** Whether the file can still be read; a clean-up may have taken what no version names. */
  public boolean isThere() {
    return path.contains(":/") || Files.exists(Path.of(path));
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read the statistics of a data file: " + text, e);
    }
  }

  /** Days from the first to the last, both included. */
  public record DayRange(LocalDate first, LocalDate last) {
    private static Optional<DayRange> of(JsonNode statistics, String column) {
      String least = statistics.path("minValues").path(column).asText("");
      String greatest = statistics.path("maxValues").path(column).asText("");
      return least.isEmpty() || greatest.isEmpty()
          ? Optional.empty()
          : Optional.of(new DayRange(LocalDate.parse(least), LocalDate.parse(greatest)));
    }

    boolean holds(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }

    /** True if there is one day only. */
    public boolean isOneDay() {
      return first.equals(last);
    }
  }
}
