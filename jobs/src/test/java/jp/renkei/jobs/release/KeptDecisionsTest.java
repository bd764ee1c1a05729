package jp.renkei.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.warehouse.quality.Waiver;
import jp.renkei.warehouse.quality.Waivers;
import jp.renkei.warehouse.release.ReleaseState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What landing keeps of decisions, and what it must not lose. */
class KeptDecisionsTest {
  private static final String PUBLISHED =
      """
      release: 3
      content_hash: c0ffee
      created_at: 2026-05-01T00:00:00Z
      decision: PUBLISH
      label: 第2回検討会
      by: 佐藤
      at: 2026-05-02T00:00:00Z
      """;

  @TempDir private Path landing;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(landing.resolve("decisions"));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void knowsWhatAReleaseWasAndPassesOverDecisionsAboutOtherThings() throws IOException {
    write("20260502T000000Z-publish-3.yaml", PUBLISHED);
    new Waivers(landing)
        .waive(
            new Waiver("future_date", "x", 3, "確認した", "係", Instant.parse("2026-05-01T00:00:00Z")));
    var former = KeptDecisions.in(landing).find("c0ffee", 0).orElseThrow();
    assertThat(former.id()).isEqualTo(3);
    assertThat(former.life().state()).isEqualTo(ReleaseState.PUBLISHED);
    assertThat(KeptDecisions.in(landing).find("c0ffee", 3)).isEmpty();
  }

  /** A withdrawal that is passed over would bring back what was withdrawn. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "release: 3\ncontent_hash: c0ffee\ndecision: WITHDRAW\nby: 佐藤\nat: yesterday\n",
        "release: 3\ncontent_hash: c0ffee\ndecision: WITHDRAW\nby: 佐藤\n",
        "release: three\ncontent_hash: c0ffee\ndecision: WITHDRAW\nby: 佐藤\nat: 2026-05-03T00:00:00Z\n",
        "release: 3\ncontent_hash: c0ffee\ncreated_at: once\ndecision: WITHDRAW\nby: 佐藤\nat: 2026-05-03T00:00:00Z\n",
        "release: 3\ncontent_hash: c0ffee\n",
        "decision: [WITHDRAW",
        ""
      })
  void stopsAtADecisionThatItCannotRead(String text) throws IOException {
    write("20260502T000000Z-publish-3.yaml", PUBLISHED);
    Path file = write("20260503T000000Z-withdraw-3.yaml", text);
    assertThatThrownBy(() -> KeptDecisions.in(landing))
        .isInstanceOf(DataProblemException.class)
        .hasMessageContaining("公表版についての決定 " + file + " を読めません")
        .hasMessageContaining("Cannot read decision " + file);
  }
}
