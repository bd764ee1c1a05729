package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No file of an audience names what it must not: every byte of every product of the sample world
 * that DefaultWorldIT leaves is searched for who does not consent to be named and for what was
 * written in confidence. Products that are archives are searched unpacked as well.
 */
class PublishedBytesIT {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

  /** Of addresses that differ in their parameters alone so many are read. */
  private static final int MOST_OF_A_KIND = 12;

  private static ReleaseStore store;
  private static Release release;
  private static Set<String> secrets;

  /** Names of who consents in which another's name is contained. */
  private static Set<String> openNames;

  @BeforeAll
  static void gatherSecrets() {
    store = new ReleaseStore(Path.of("../target/sample-world/warehouse"));
    release =
        store
            .newestPublished()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Cannot read the sample world: run DefaultWorldIT of jobs first."));
    secrets = new TreeSet<>();
    String companies =
        """
        select unnest([c.company_id, coalesce(i.name_ja, a.name_ja), coalesce(i.name_en, a.name_en),
                       coalesce(i.corporate_number, a.corporate_number)]) as secret
        from   gold.company_consent c
               left join silver.issuer i on i.issuer_id = c.company_id
               left join silver.agent a on a.agent_id = c.company_id
        where  c.publication_consent <> 'NAMED'""";
    String texts =
        "select distinct free_text as secret from silver.answer where length(free_text) > 8";
    try (var reader = release.open(Audience.SECRETARIAT)) {
      for (String sql : List.of(companies, texts)) {
        reader
            .read(queries -> queries.fetch(sql).getValues("secret", String.class))
            .forEach(secret -> secrets.add(secret == null ? "" : secret));
      }
    }
    secrets.remove("");
    String named =
        """
        select unnest([coalesce(i.name_ja, a.name_ja), coalesce(i.name_en, a.name_en)]) as name
        from   gold.company_consent c
               left join silver.issuer i on i.issuer_id = c.company_id
               left join silver.agent a on a.agent_id = c.company_id
        where  c.publication_consent = 'NAMED'""";
    openNames = new TreeSet<>();
    try (var reader = release.open(Audience.SECRETARIAT)) {
      reader.read(queries -> queries.fetch(named).getValues("name", String.class)).stream()
          .filter(name -> name != null && secrets.stream().anyMatch(name::contains))
          .forEach(openNames::add);
    }
    assertThat(openNames).doesNotContainAnyElementsOf(secrets);
    assertThat(secrets).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @EnumSource(value = Audience.class, mode = EnumSource.Mode.EXCLUDE, names = "SECRETARIAT")
  void noDatabaseNamesWhatItMustNot(Audience audience) throws IOException {
    search(audience + " file", Files.readAllBytes(release.file(audience)));
    try (var reader = release.open(audience)) {
      var tables =
          reader.read(
              queries ->
                  queries
                      .fetch(
                          "select table_schema || '.' || table_name as name from information_schema.tables")
                      .getValues("name", String.class));
      assertThat(tables).hasSizeGreaterThan(10);
      // DuckDB packs texts in its file; unpacked they are searched here.
      for (String table : tables) {
        String rows = reader.read(queries -> queries.fetch("select * from " + table).formatCSV());
        search(audience + " " + table, rows.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /**
   * A respondent's file names itself, whether it consents or not, and of the others who do alone.
   */
  @Test
  void noRespondentsFileNamesWhatItMustNot() throws IOException {
    int files = 0;
    int ofUnnamed = 0;
    for (String file : release.manifest().fileHashes().keySet()) {
      if (!file.startsWith("respondents/")) {
        continue;
      }
      String id = file.replaceAll("respondents/|\\.duckdb", "");
      var found = contained(Files.readAllBytes(release.respondentFile(id)));
      Set<String> own;
      try (var reader = release.openRespondent(id).orElseThrow()) {
        own =
            reader.read(
                queries ->
                    queries
                        .fetch(
                            """
                            select unnest([issuer_id, name_ja, name_en, corporate_number]) as name from silver.issuer
                            union select unnest([agent_id, name_ja, name_en, corporate_number]) from silver.agent""")
                        .intoSet("name", String.class));
        for (String table : List.of("gold.kpi_value", "silver.issuer", "silver.agent")) {
          String rows = reader.read(queries -> queries.fetch("select * from " + table).formatCSV());
          found.addAll(contained(rows.getBytes(StandardCharsets.UTF_8)));
        }
      }
      files++;
      ofUnnamed += found.isEmpty() ? 0 : 1;
      assertThat(own).contains(id);
      found.removeAll(own);
      assertThat(found).as(file).isEmpty();
    }
    assertThat(files).isGreaterThan(40);
    // The search finds those who do not consent in their own files, and would in another's.
    assertThat(ofUnnamed).isGreaterThan(5);
  }

  @ParameterizedTest
  @EnumSource(value = Audience.class, mode = EnumSource.Mode.EXCLUDE, names = "SECRETARIAT")
  void noParquetCopyNamesWhatItMustNot(Audience audience) throws IOException, SQLException {
    Path folder = release.file(audience).resolveSibling(audience.code());
    List<Path> copies;
    try (var files = Files.list(folder)) {
      copies = files.sorted().toList();
    }
    assertThat(copies).hasSizeGreaterThan(10);
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      for (Path copy : copies) {
        String name = audience + " " + copy.getFileName();
        search(name, Files.readAllBytes(copy));
        // Pages are compressed; unpacked they are searched here.
        Path unpacked = Files.createTempFile("copy", ".csv");
        statement.execute(
            "copy (from read_parquet('%s')) to '%s' (format csv)".formatted(copy, unpacked));
        search(name, Files.readAllBytes(unpacked));
        Files.delete(unpacked);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = Audience.class, mode = EnumSource.Mode.EXCLUDE, names = "SECRETARIAT")
  void noPageOrDownloadNamesWhatItMustNot(Audience audience) throws IOException {
    var kinds = new TreeMap<String, Integer>();
    try (var server = new RunningServer(store, audience)) {
      var seen = new TreeSet<String>();
      var open =
          new ArrayDeque<>(
              List.of("/", "/disclosure", "/explain", "/releases/changes", "/api/v1/kpi-values"));
      while (!open.isEmpty()) {
        String address = open.remove();
        if (!seen.add(address)
            || address.matches("/assets/.*|.*[?&](lang|sort|order|release)=.*")) {
          continue;
        }
        String kind = address.replaceAll("[?].*|ISS[0-9]+", "");
        if (kinds.merge(kind, 1, Integer::sum) > MOST_OF_A_KIND) {
          continue;
        }
        var answer = server.bytes(address);
        search(audience + " " + address, answer.body());
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
          var links = LINK.matcher(new String(answer.body(), StandardCharsets.UTF_8));
          while (links.find()) {
            open.add(links.group(1).replace("&amp;", "&"));
          }
        }
      }
    }
    assertThat(kinds.keySet())
        .contains("/issuers", "/downloads/renkei.xlsx", "/downloads/kpi_value.csv")
        .anyMatch(kind -> kind.endsWith(".png"))
        .anyMatch(kind -> kind.endsWith(".svg"))
        .anyMatch(kind -> kind.endsWith(".json"));
  }

  /** The search would find them: the secretariat's workbook names them all. */
  @Test
  void theSearchFindsWhatIsThere() throws IOException {
    try (var server = new RunningServer(store, Audience.SECRETARIAT)) {
      var found = new TreeSet<String>();
      var workbook = server.bytes("/downloads/renkei.xlsx").body();
      for (var part : parts("renkei.xlsx", workbook).values()) {
        found.addAll(contained(part));
      }
      assertThat(found).hasSizeGreaterThan(5);
      assertThat(contained(Files.readAllBytes(release.file(Audience.SECRETARIAT)))).isNotEmpty();
    }
  }

  private static void search(String name, byte[] file) throws IOException {
    for (var part : parts(name, file).entrySet()) {
      assertThat(contained(part.getValue())).as(part.getKey()).isEmpty();
    }
  }

  /** The file itself, and if it is an archive everything in it, at any depth. */
  private static Map<String, byte[]> parts(String name, byte[] file) throws IOException {
    var parts = new HashMap<String, byte[]>();
    parts.put(name, file);
    boolean isArchive = file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3;
    if (isArchive) {
      try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          parts.putAll(parts(name + "!" + entry.getName(), zip.readAllBytes()));
        }
      }
    }
    return parts;
  }

  private static Set<String> contained(byte[] bytes) {
    // One byte, one character, so that a secret is found wherever it begins.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (String name : openNames) {
      text = text.replace(latin(name, StandardCharsets.UTF_8), "");
    }
    var contained = new TreeSet<String>();
    for (String secret : secrets) {
      if (text.contains(latin(secret, StandardCharsets.UTF_8))
          || text.contains(latin(secret, StandardCharsets.UTF_16LE))) {
        contained.add(secret);
      }
    }
    return contained;
  }

  private static String latin(String text, Charset charset) {
    return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
  }
}
