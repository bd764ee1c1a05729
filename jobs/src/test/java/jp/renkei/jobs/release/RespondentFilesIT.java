package jp.renkei.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.SmallWorld;
import jp.renkei.jobs.release.disclosure.ReleaseAttack;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file of every respondent of a small world holds, and what could be worked out by it. */
class RespondentFilesIT {
  private static final String FIGURES = "select * from gold.kpi_value";
  private static final Set<String> OF_ISSUERS_SYSTEMS =
      Set.of("GATEWAY_LOG", "ISSUER_SUMMARY", "CDR_METRICS");

  @TempDir private static Path folder;
  private static Release release;
  private static List<String> respondents;

  @BeforeAll
  static void copy() {
    release = SmallWorld.copyTo(folder).release(1);
    respondents =
        SmallWorld.query(
                release,
                Audience.SECRETARIAT,
                "select issuer_id as id from silver.issuer union select agent_id from silver.agent")
            .stream()
            .map(row -> (String) row.get("id"))
            .sorted()
            .toList();
    assertThat(respondents).hasSizeGreaterThan(15);
  }

  @Test
  void everyRespondentOfTheRegistersHasAFileThatTheManifestNames() {
    var named =
        release.manifest().fileHashes().keySet().stream()
            .filter(file -> file.startsWith("respondents/"))
            .toList();
    assertThat(named)
        .containsExactlyElementsOf(
            respondents.stream().map(id -> "respondents/" + id + ".duckdb").toList());
    assertThat(release.manifest().tableHashes().keySet())
        .containsAll(respondents.stream().map(id -> "respondents/" + id).toList());
  }

  /** A row that the public's file has not so is about the respondent alone, by its own inputs. */
  @Test
  void noFileHasMoreThanThePublicsButWhatItsRespondentHandedIn() {
    var open = lines(SmallWorld.query(release, Audience.PUBLIC, FIGURES));
    var all = lines(SmallWorld.query(release, Audience.SECRETARIAT, FIGURES));
    int more = 0;
    for (String id : respondents) {
      for (var row : figures(id)) {
        assertThat(id).as("%s", row).isIn(row.get("issuer_id"), row.get("agent_id"));
        if (!open.contains(row.toString())) {
          assertThat(all).as("%s", row).contains(row.toString());
          assertThat(isOfOwnInputs(id, row)).as("%s: %s", id, row).isTrue();
          more++;
        }
      }
    }
    // Else the files would be of no use, and the test would see nothing.
    assertThat(more).isGreaterThan(100);
  }

  /** By the words of the definition, and not by the rules that made the file. */
  private static boolean isOfOwnInputs(String id, Map<String, Object> row) {
    boolean isOfIssuer = row.get("entity_level").equals("ISSUER");
    boolean isAlone =
        isOfIssuer
            ? id.equals(row.get("issuer_id")) && row.get("agent_id") == null
            : row.get("entity_level").equals("AGENT")
                && id.equals(row.get("agent_id"))
                && row.get("issuer_id") == null;
    if (!isAlone || !row.get("issuer_basis").equals("THEN")) {
      return false;
    }
    if (OF_ISSUERS_SYSTEMS.contains(row.get("basis"))) {
      return isOfIssuer;
    }
    var answers = KpiCatalog.builtIn().kpi((String) row.get("kpi_id")).answers();
    return !answers.isEmpty()
        && answers.stream().allMatch(question -> question.startsWith(isOfIssuer ? "A" : "B"));
  }

  @Test
  void ownFiguresStandInFullWhoeverConsents() {
    var own =
        SmallWorld.query(
            release,
            Audience.SECRETARIAT,
            """
            select * from gold.kpi_value
            where  issuer_basis = 'THEN'
              and  (entity_level = 'ISSUER' and kpi_id in ('api_success_rate', 'standard_item_coverage', 'api_availability')
                    or entity_level = 'AGENT' and kpi_id in ('linked_account_count', 'credential_custody_count'))""");
    assertThat(own).hasSizeGreaterThan(50);
    var held = new TreeMap<String, Set<String>>();
    respondents.forEach(id -> held.put(id, lines(figures(id))));
    for (var row : own) {
      String id =
          (String) (row.get("issuer_id") == null ? row.get("agent_id") : row.get("issuer_id"));
      assertThat(held.get(id)).as(id).contains(row.toString());
    }
  }

  /** No name of another company is in any byte of a file; no id but of those the public's has. */
  @Test
  void noFileNamesAnotherThanThePublicsDoes() throws IOException {
    var names = names(Audience.SECRETARIAT);
    var open = names(Audience.PUBLIC).keySet();
    for (String id : respondents) {
      String bytes = Files.readString(release.respondentFile(id), StandardCharsets.ISO_8859_1);
      for (var company : names.entrySet()) {
        boolean isItself = company.getKey().equals(id);
        for (String name : company.getValue()) {
          boolean isPartOfItsName = names.get(id).stream().anyMatch(own -> own.contains(name));
          assertThat(bytes.contains(latin(name)))
              .as("%s names %s", id, name)
              .isEqualTo(isItself || isPartOfItsName);
        }
        if (!isItself && !open.contains(company.getKey())) {
          assertThat(bytes).as(id).doesNotContain(company.getKey());
        }
      }
    }
  }

  /** Ids, names and numbers of the companies of an audience's registers. */
  private static Map<String, Set<String>> names(Audience audience) {
    var names = new TreeMap<String, Set<String>>();
    for (var row :
        SmallWorld.query(
            release,
            audience,
            """
            select issuer_id as id, name_ja, name_en, corporate_number from silver.issuer
            union all select agent_id, name_ja, name_en, corporate_number from silver.agent""")) {
      Stream.of("name_ja", "name_en", "corporate_number")
          .map(row::get)
          .filter(name -> name != null)
          .forEach(
              name ->
                  names
                      .computeIfAbsent((String) row.get("id"), absent -> new TreeSet<>())
                      .add((String) name));
    }
    return names;
  }

  @Test
  void noRespondentWorksOutAnothersFigureByItsFile() {
    for (String id : respondents) {
      assertThat(ReleaseAttack.by(id, release).findings()).as(id).isEmpty();
    }
  }

  /** Were every row that names a respondent in its file, some would work out others' answers. */
  @Test
  void theAttackerFindsWhatAFileWithMoreWouldTell() {
    assertThat(respondents)
        .anyMatch(id -> !ReleaseAttack.byWhoSeesAllOfItself(id, release).findings().isEmpty());
  }

  @Test
  void aFileThatWasChangedOrIsGoneIsNamed(@TempDir Path other) throws IOException {
    var changed = SmallWorld.copyTo(other).release(1);
    Path file = changed.respondentFile(respondents.get(0));
    Path gone = changed.respondentFile(respondents.get(1));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("r--r--r--");
    assertThat(file.toFile().setWritable(true)).isTrue();
    Files.write(file, new byte[] {1});
    Files.delete(gone);
    assertThat(ReleaseContent.changes(changed))
        .extracting(ReleaseContent.Change::file)
        .containsExactly(file, gone);
  }

  private static List<Map<String, Object>> figures(String respondentId) {
    try (var reader = release.openRespondent(respondentId).orElseThrow()) {
      return reader.read(queries -> new ArrayList<>(queries.fetch(FIGURES).intoMaps()));
    }
  }

  private static Set<String> lines(List<Map<String, Object>> rows) {
    return rows.stream().map(Map::toString).collect(Collectors.toCollection(HashSet::new));
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
