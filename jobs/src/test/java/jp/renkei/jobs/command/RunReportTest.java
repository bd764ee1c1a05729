package jp.renkei.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import jp.renkei.jobs.LogNotices;
import jp.renkei.jobs.Refusals;
import jp.renkei.jobs.Refusals.Refusal;
import jp.renkei.jobs.Run;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseLife;
import jp.renkei.warehouse.release.ReleaseManifest;
import org.junit.jupiter.api.Test;

/** What the operator reads when a run is over. */
class RunReportTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 5, 20);
  private static final Path LANDING = Path.of("/srv/landing");
  private static final Path WAREHOUSE = Path.of("/srv/warehouse");

  private static Refusal refusal(String path, String place, long rows, boolean isNew) {
    return new Refusal(path, place, "REASON", "x", "y", "直してください。", rows, isNew);
  }

  private static String report(Optional<Release> release, Refusals refusals, String... leftOut) {
    var out = new StringWriter();
    var outcome = new Run.Outcome(release, AS_OF, refusals, List.of(leftOut), LogNotices.none());
    new RunReport(outcome, LANDING, WAREHOUSE).print(new PrintWriter(out, true));
    return out.toString();
  }

  private static Release release() {
    var manifest =
        new ReleaseManifest(
            4,
            AS_OF,
            "hash",
            new TreeMap<>(),
            "definitions",
            Optional.empty(),
            new TreeMap<>(),
            Instant.EPOCH,
            "code",
            "commit");
    return new Release(WAREHOUSE, WAREHOUSE.resolve("releases/4"), manifest, ReleaseLife.draft());
  }

  @Test
  void printsOnlyWhatIsNew() {
    var refusals =
        new Refusals(
            List.of(
                refusal("register/issuers.csv", "line 5 (publication_consent)", 1, true),
                refusal("gateway/ISS004/", "file", 12, true),
                refusal("gateway/ISS001/api/a.jsonl", "line 3", 7, true),
                refusal("surveys/old.csv", "file surveys/old.csv", 1, false)),
            23,
            22,
            0);
    assertThat(report(Optional.of(release()), refusals))
        .contains("受理できなかったもの：23 件（今回新たに 22 件）")
        .contains(
            "  register/issuers.csv 5行目 (publication_consent) [REASON]：検出値「x」、期待値「y」。直してください。")
        .contains("  gateway/ISS004/ のファイル 12 件 [REASON]")
        .contains("  gateway/ISS001/api/a.jsonl 3行目 ほか計 7 行 [REASON]")
        .contains("今回新たなもののうち、ほか 2 件")
        .doesNotContain("surveys/old.csv");
  }

  @Test
  void printsTheCountAloneWhereNothingIsNew() {
    var old = refusal("surveys/old.csv", "file surveys/old.csv", 1, false);
    assertThat(old.japanese()).startsWith("surveys/old.csv ファイル全体 [REASON]");
    assertThat(report(Optional.empty(), new Refusals(List.of(old), 1, 0, 5)).lines())
        .containsExactly(
            "受理できなかったもの：1 件（今回新たなものはありません）",
            "  全件は ./renkei sql --warehouse /srv/warehouse \"select * from silver.rejected\" で見られます。",
            "新しい内容はありません。時点 2026-05-20");
  }

  @Test
  void namesTheFoldersInWhatToDoNextAndTheCompaniesLeftOut() {
    assertThat(report(Optional.of(release()), new Refusals(List.of(), 0, 0, 0), "ISS004（架空）"))
        .contains("./renkei release show 4 --warehouse /srv/warehouse")
        .contains(
            "./renkei release publish 4 --label 「第○回検討会」 --warehouse /srv/warehouse --landing /srv/landing")
        .contains("注意：前回の公表時（公表前なら前回の案）に登録簿にあった次の 1 社")
        .contains("ISS004（架空）")
        .doesNotContain("受理できなかったもの");
  }
}
