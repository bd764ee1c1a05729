package jp.renkei.jobs.release.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The SELECTs that tell what tables of figures are made of. */
final class DisclosureSql {
  private DisclosureSql() {}

  static String read(String name) {
    String resource = "/disclosure/" + name + ".sql";
    try (var stream = DisclosureSql.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("Cannot find " + resource + ".");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
