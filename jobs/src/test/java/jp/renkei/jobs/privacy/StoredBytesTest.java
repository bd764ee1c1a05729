package jp.renkei.jobs.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search finds what is there: without this, finding nothing would say nothing. */
class StoredBytesTest {
  @TempDir private Path folder;

  private Set<String> found(PersonalText personal) throws IOException {
    var search = new TextSearch();
    personal.traces().forEach(search::add);
    var places = new TreeSet<String>();
    StoredBytes.forEach(
        folder,
        (where, bytes) -> {
          if (!search.in(bytes).isEmpty()) {
            places.add(where);
          }
        });
    return places;
  }

  @Test
  void looksIntoParquetDuckDbAndArchives() throws Exception {
    var name = PersonalText.of(PersonalText.Kind.NAME_IN_KANJI, 4_711);
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("a.duckdb"));
        var statement = connection.createStatement()) {
      statement.execute("create schema gold");
      statement.execute(
          "create table gold.t as select '%s' || (i %% 7) as c from range(10000) r(i)"
              .formatted(name.text()));
      statement.execute(
          "copy gold.t to '%s' (format parquet, compression zstd)"
              .formatted(folder.resolve("a.parquet")));
    }
    Files.write(folder.resolve("a.log.gz"), gzip(name.text()));
    Files.write(folder.resolve("a.xlsx"), zip("xl/sharedStrings.xml", name.text()));
    assertThat(found(name))
        .contains(
            "a.duckdb stored.\"gold\".\"t\" (rows)",
            "a.parquet (rows)",
            "a.log.gz (unpacked)",
            "a.xlsx!xl/sharedStrings.xml")
        .anyMatch(where -> where.startsWith("a.parquet c ("));
  }

  @Test
  void findsEverySpelling() throws IOException {
    for (var kind : PersonalText.Kind.values()) {
      var personal = PersonalText.of(kind, 815);
      for (String spelling : TextSearch.spellings(personal.text())) {
        Files.writeString(folder.resolve("a.json"), "{\"x\":\"q" + spelling + "q\"}");
        assertThat(found(personal)).as("%s as %s", kind, spelling).contains("a.json");
      }
    }
  }

  @Test
  void noTwoTextsAreAlike() {
    for (var kind : PersonalText.Kind.values()) {
      var texts = new HashSet<String>();
      for (int number = 0; number < 60_000; number++) {
        assertThat(texts.add(PersonalText.of(kind, number).text())).as("%s", kind).isTrue();
      }
    }
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
