package jp.renkei.jobs.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads a written sample world back, for the tests of this package. */
record LandingReader(Path root) {

  /** Every file by its path below the root, in order. */
  Map<String, byte[]> files() {
    try (Stream<Path> found = Files.walk(root)) {
      return found
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(
                  file -> root.relativize(file).toString().replace('\\', '/'),
                  LandingReader::bytes,
                  (one, other) -> one,
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String path, Charset charset) {
    return new String(bytes(root.resolve(path)), charset);
  }

  List<NamedCsvRecord> csv(String path) {
    return csvOf(text(path, StandardCharsets.UTF_8));
  }

  static List<NamedCsvRecord> csvOf(String text) {
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (Stream<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(unmarked).stream()) {
      return rows.toList();
    }
  }

  List<String> lines(String path) {
    Function<InputStream, InputStream> opened =
        in -> {
          try {
            return path.endsWith(".gz") ? new GZIPInputStream(in) : in;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    try (InputStream file = Files.newInputStream(root.resolve(path));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(opened.apply(file), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> logPaths() {
    return files().keySet().stream()
        .filter(path -> path.startsWith("gateway/") && !path.endsWith("feed.yaml"))
        .toList();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
