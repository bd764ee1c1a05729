package jp.renkei.jobs.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.SharedData;
import jp.renkei.jobs.foreign.BrandLink.Match;
import jp.renkei.surveys.Problem;
import jp.renkei.warehouse.rules.BrandIdentityRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The 25 real snapshots of Australia's register of data holder brands, 2022-05 to 2024-08. What is
 * expected here was counted apart, in Python, from the raw answers.
 */
public class AustraliaTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private final List<Problem> problems = new ArrayList<>();
  private RegisterHistory history;

  @BeforeEach
  void readAll() throws IOException {
    Path folder = SharedData.path("registers/cdr-register");
    var snapshots = new ArrayList<Snapshot>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(AustraliaTest::isSnapshot).sorted().toList()) {
        var reading =
            SnapshotReader.read(
                Registers.australia(),
                "foreign_registers/au_cdr/" + file.getFileName(),
                Files.readString(file),
                TODAY);
        problems.addAll(reading.problems());
        reading.snapshot().ifPresent(snapshots::add);
      }
    }
    history = RegisterHistory.of(BrandIdentityRules.builtIn(), snapshots);
  }

  /** How a secretariat would describe the register. */
  public static String description() {
    return Registers.AUSTRALIA;
  }

  private static boolean isSnapshot(Path file) {
    return file.getFileName().toString().startsWith("brands-");
  }

  @Test
  void readsEverySnapshotWithoutAComplaint() {
    assertThat(problems).isEmpty();
    assertThat(history.problems()).isEmpty();
    assertThat(history.snapshots()).hasSize(25);
  }

  @Test
  void countsBrandsAndLegalEntitiesApart() {
    assertThat(history.snapshots().stream().map(AustraliaTest::counts))
        .containsExactly(
            "2022-05-23 112 brands, 77 entities, 14 with several, 0 brands without",
            "2022-06-29 114 brands, 76 entities, 14 with several, 0 brands without",
            "2022-07-27 114 brands, 76 entities, 14 with several, 0 brands without",
            "2022-08-31 113 brands, 75 entities, 14 with several, 0 brands without",
            "2022-09-28 113 brands, 75 entities, 14 with several, 0 brands without",
            "2022-10-31 126 brands, 75 entities, 15 with several, 14 brands without",
            "2022-11-30 127 brands, 77 entities, 15 with several, 13 brands without",
            "2022-12-21 127 brands, 77 entities, 15 with several, 13 brands without",
            "2023-01-26 127 brands, 77 entities, 15 with several, 13 brands without",
            "2023-02-28 127 brands, 77 entities, 15 with several, 13 brands without",
            "2023-03-31 126 brands, 76 entities, 15 with several, 13 brands without",
            "2023-04-28 127 brands, 76 entities, 15 with several, 14 brands without",
            "2023-05-30 123 brands, 76 entities, 15 with several, 10 brands without",
            "2023-06-30 124 brands, 76 entities, 15 with several, 10 brands without",
            "2023-07-28 124 brands, 76 entities, 15 with several, 10 brands without",
            "2023-08-08 124 brands, 76 entities, 15 with several, 10 brands without",
            "2023-10-28 122 brands, 76 entities, 15 with several, 10 brands without",
            "2023-11-30 122 brands, 76 entities, 15 with several, 10 brands without",
            "2023-12-21 121 brands, 76 entities, 15 with several, 10 brands without",
            "2024-01-31 122 brands, 77 entities, 16 with several, 9 brands without",
            "2024-02-29 121 brands, 76 entities, 16 with several, 9 brands without",
            "2024-03-28 120 brands, 76 entities, 16 with several, 9 brands without",
            "2024-04-16 120 brands, 76 entities, 16 with several, 9 brands without",
            "2024-07-31 120 brands, 77 entities, 16 with several, 9 brands without",
            "2024-08-12 120 brands, 77 entities, 16 with several, 9 brands without");
  }

  private static String counts(Snapshot snapshot) {
    var entities =
        snapshot.brands().stream()
            .flatMap(brand -> brand.entityId().stream())
            .collect(Collectors.groupingBy(entity -> entity, Collectors.counting()));
    return "%s %d brands, %d entities, %d with several, %d brands without"
        .formatted(
            snapshot.on(),
            snapshot.brands().size(),
            entities.size(),
            entities.values().stream().filter(count -> count > 1).count(),
            snapshot.brands().stream().filter(brand -> brand.entityId().isEmpty()).count());
  }

  @Test
  void takesTheReKeyingOfSeptember2022AsASuccessionOfAll113Brands() {
    var change = history.changes().get(3);
    assertThat(change.isRekeying()).isTrue();
    assertThat(matches(change)).isEqualTo(Map.of(Match.NAME_AND_ENTITY_GROUP, 113L));
    assertThat(history.changes().stream().filter(BrandMatching.Change::isRekeying)).hasSize(1);
    assertThat(new HashSet<>(history.identities().get(4).values()))
        .isEqualTo(new HashSet<>(history.identities().get(3).values()));
  }

  @Test
  void followsTheTwoBrandsWhoseInterimIdTheRegisterNames() {
    var stated =
        history.changes().stream()
            .flatMap(change -> change.links().stream())
            .filter(link -> link.match() == Match.STATED_ID)
            .map(link -> link.earlier().get().name() + " > " + link.later().get().name());
    assertThat(stated)
        .containsExactly(
            "Arab Bank > Arab Bank Australia Limited",
            "Northern Inland Credit Union > Northern Inland Credit Union Limited");
  }

  @Test
  void leavesNothingAmbiguousAndCountsTheRestAsNewAndGone() {
    var all = new TreeMap<Match, Long>();
    history
        .changes()
        .forEach(change -> matches(change).forEach((match, n) -> all.merge(match, n, Long::sum)));
    // Came: 2022-06 2, 2022-10 15, then 2022-11, 2023-04, 2023-06, 2024-01 and 2024-07 one each.
    // Went: 2022-08 1, 2022-10 2, 2023-03 1, 2023-05 4, 2023-10 2, and 2023-12, 2024-02, 2024-03,
    // 2024-07 one each.
    assertThat(all)
        .isEqualTo(
            Map.of(
                Match.STATED_ID, 2L,
                Match.NAME_AND_ENTITY_GROUP, 113L,
                Match.NEW, 22L,
                Match.GONE, 14L));
    assertThat(112 + all.get(Match.NEW) - all.get(Match.GONE)).isEqualTo(120);
  }

  private static Map<Match, Long> matches(BrandMatching.Change change) {
    return change.links().stream()
        .collect(Collectors.groupingBy(BrandLink::match, Collectors.counting()));
  }

  /** The raw answer has the same brands under a list, which is another form of answer. */
  @Test
  void readsTheRawAnswerOfTheRegisterByALayoutOfItsOwn() throws IOException {
    Path raw = SharedData.path("registers/cdr-register/raw-2024-08-12.json");
    var description =
        RegisterDescription.parse(
            "au_cdr",
            "register.yaml",
            Registers.AUSTRALIA.replace("\"*\"", "data.*").replace("brands-", "raw-"));
    var reading =
        SnapshotReader.read(description, "a/b/raw-2024-08-12.json", Files.readString(raw), TODAY);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.snapshot().orElseThrow().byId().keySet())
        .isEqualTo(history.snapshots().get(24).byId().keySet());
  }
}
