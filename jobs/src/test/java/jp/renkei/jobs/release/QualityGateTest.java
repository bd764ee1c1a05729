package jp.renkei.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeMap;
import jp.renkei.jobs.CodeVersion;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.command.CommandLineForTests;
import jp.renkei.warehouse.quality.Finding;
import jp.renkei.warehouse.quality.Waiver;
import jp.renkei.warehouse.quality.Waivers;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseManifest;
import jp.renkei.warehouse.release.ReleaseState;
import jp.renkei.warehouse.release.ReleaseStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release with an error is published only when somebody answers for it. */
class QualityGateTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
  private static final String SUBJECT = "gateway/ISS001 2099-01-01";

  @TempDir private Path folder;
  private Path landing;
  private WarehouseFolder warehouse;

  @BeforeEach
  void makeRelease() throws IOException {
    landing = folder.resolve("landing");
    warehouse = new WarehouseFolder(folder.resolve("warehouse"));
    Path release = warehouse.releases().folder().resolve("1");
    Files.createDirectories(release);
    GivenFindings.in(
        release,
        "('future_date', 'ERROR', '%s', '受領した日より後の日付です。', 3)".formatted(SUBJECT),
        "('log_gap', 'WARNING', 'gateway/ISS002/api', '欠落です。', 4)");
    new ReleaseStore(folder.resolve("warehouse"))
        .describe(
            release,
            new ReleaseManifest(
                1,
                LocalDate.of(2026, 3, 31),
                "c0ffee",
                new TreeMap<>(),
                CodeVersion.definitions(),
                Optional.empty(),
                new TreeMap<>(),
                Instant.EPOCH,
                "test",
                "unknown"));
  }

  private Release release() {
    return warehouse.releases().find(1).orElseThrow();
  }

  private void publish() {
    new Publication(warehouse, landing, CLOCK, release -> {})
        .publish(1, Publication.Terms.of("第1回"), "事務局");
  }

  private Waiver waiver(long rows) {
    return new Waiver("future_date", SUBJECT, rows, "時計の誤りと確認した", "係", CLOCK.instant());
  }

  @Test
  void refusesWhileAnErrorIsOpenAndNamesItAndWhatToDo() {
    assertThatThrownBy(this::publish)
        .isInstanceOf(DataProblemException.class)
        .hasMessageContainingAll(
            "公表版 1 は公表できません", "future_date " + SUBJECT, "3件", "./renkei quality waive")
        .hasMessageNotContaining("log_gap");
    assertThat(release().life().state()).isEqualTo(ReleaseState.DRAFT);
    assertThat(landing.resolve("decisions")).doesNotExist();
  }

  @Test
  void passesOnceTheErrorIsWaivedAndNoMoreOnceTheWaiverIsRevoked() {
    var waivers = new Waivers(landing);
    var file = waivers.waive(waiver(3));
    assertThat(file).content().contains("WAIVE_FINDING", SUBJECT, "時計の誤りと確認した", "係");
    assertThatCode(() -> QualityGate.requirePassed(release(), landing)).doesNotThrowAnyException();
    waivers.revoke(waiver(3), "訂正版が届いた", "係", CLOCK.instant());
    assertThatThrownBy(this::publish).isInstanceOf(DataProblemException.class);
    waivers.waive(waiver(3));
    publish();
    assertThat(release().life().state()).isEqualTo(ReleaseState.PUBLISHED);
  }

  @Test
  void asksAnewWhereTheFindingHasGrownSinceItWasWaived() {
    new Waivers(landing).waive(waiver(2));
    assertThat(QualityGate.open(release(), landing))
        .extracting(Finding::subject)
        .containsExactly(SUBJECT);
  }

  @Test
  void stopsAtADecisionThatNobodyCanRead() throws IOException {
    Path file = landing.resolve("decisions/20260601T000000000Z-001-waive-future_date.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "decision: WAIVE_FINDING\nfinding_id: future_date\n");
    assertThatThrownBy(this::publish)
        .isInstanceOf(DataProblemException.class)
        .hasMessageContaining(file.getFileName().toString());
  }

  @Test
  void commandListsWaivesAndRevokes() {
    assertThat(run("list").out()).contains("future_date", SUBJECT, "未解決").doesNotContain("log_gap");
    assertThat(run("waive", "--finding", "log_gap", "--subject", "x", "--reason", "y").exitCode())
        .isEqualTo(2);
    assertThat(
            run("waive", "--finding", "future_date", "--subject", SUBJECT, "--reason", " ")
                .exitCode())
        .isEqualTo(64);
    assertThat(
            run(
                    "waive",
                    "--finding",
                    "future_date",
                    "--subject",
                    SUBJECT,
                    "--reason",
                    "時計の誤り",
                    "--by",
                    "係長")
                .exitCode())
        .isZero();
    assertThat(run("list").out()).contains("了承済み（係長", "時計の誤り");
    assertThat(
            run("revoke", "--finding", "future_date", "--subject", SUBJECT, "--reason", "訂正版")
                .exitCode())
        .isZero();
    assertThat(run("list", "--json").out()).contains("\"waived_by\" : null");
    assertThat(
            run("revoke", "--finding", "future_date", "--subject", SUBJECT, "--reason", "x")
                .exitCode())
        .isEqualTo(2);
  }

  private record Told(int exitCode, String out) {}

  private Told run(String command, String... options) {
    var arguments =
        new java.util.ArrayList<>(
            java.util.List.of(
                "quality",
                command,
                "--landing",
                landing.toString(),
                "--warehouse",
                folder.resolve("warehouse").toString()));
    arguments.addAll(java.util.List.of(options));
    var out = new StringWriter();
    int exitCode =
        CommandLineForTests.of()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(new StringWriter()))
            .execute(arguments.toArray(String[]::new));
    return new Told(exitCode, out.toString());
  }
}
