package jp.renkei.jobs.command;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.renkei.jobs.release.Publication;
import jp.renkei.warehouse.release.Edition;
import jp.renkei.warehouse.release.RevisionReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Verifies a release with both engines and publishes it; the one published before",
      "becomes SUPERSEDED. With the two-person rule on (docs/runbook.md) another person",
      "must have reviewed it."
    },
    footer = {
      "",
      "Examples:",
      "  ./renkei release publish 1 --label 第2回検討会",
      "  ./renkei release publish 2 --label 第2回検討会・訂正版 --edition 確報 --reason 訂正 \\",
      "      --embargo 2026-12-01T10:00"
    })
final class ReleasePublishCommand implements Callable<Integer> {
  @Mixin DecisionOptions decision;

  @Parameters(paramLabel = "RELEASE")
  int id;

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      required = true,
      description = "What it is for, such as 第2回検討会.")
  String label;

  @Option(names = "--meeting", paramLabel = "TEXT", description = "The meeting it is for.")
  Optional<String> meeting;

  @Option(
      names = "--edition",
      paramLabel = "速報|確報",
      description = "速報 (PRELIMINARY) or 確報 (FINAL).")
  Optional<String> edition;

  @Option(
      names = "--embargo",
      paramLabel = "TIME",
      description = {
        "Until when only the secretariat sees it: 2026-12-01T10:00, in Japan's time unless",
        "an offset stands behind it (2026-12-01T01:00Z)."
      })
  Optional<String> embargo;

  @Option(
      names = "--reason",
      paramLabel = "定例更新|訂正",
      description = {
        "Why it takes the place of the one before: 定例更新 (REGULAR, the default) or",
        "訂正 (CORRECTION)."
      })
  Optional<String> reason;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "What there is to say of it, such as what was wrong before.")
  Optional<String> note;

  @Override
  public Integer call() {
    decision.requireText("--label", label);
    var terms =
        new Publication.Terms(label, meeting, editionGiven(), embargoGiven(), reasonGiven(), note);
    var file = decision.publication().publish(id, terms, decision.by());
    decision.tell(
        id,
        file,
        "公表版 %d「%s」を公表しました。%s%n次は ./renkei serve --warehouse %s --landing %s"
            .formatted(
                id,
                label,
                terms
                    .embargoUntil()
                    .map(until -> "解禁（日本時間）：" + ReleaseText.minute(until) + "。それまでは事務局だけに見えます。")
                    .orElse(""),
                decision.warehouse.folder,
                decision.landing));
    return 0;
  }

  private Optional<Edition> editionGiven() {
    return edition.map(
        text ->
            Edition.find(text)
                .orElseThrow(
                    () ->
                        decision.wrong(
                            "--edition", text, "速報（PRELIMINARY）または 確報（FINAL）", "速報 or 確報")));
  }

  private Optional<RevisionReason> reasonGiven() {
    return reason.map(
        text ->
            RevisionReason.find(text)
                .orElseThrow(
                    () ->
                        decision.wrong(
                            "--reason", text, "定例更新（REGULAR）または 訂正（CORRECTION）", "定例更新 or 訂正")));
  }

  private Optional<Instant> embargoGiven() {
    return embargo.map(
        text ->
            EmbargoTime.parse(text)
                .orElseThrow(
                    () ->
                        decision.wrong(
                            "--embargo",
                            text,
                            "2026-12-01T10:00（日本時間）のような日時",
                            "a time such as 2026-12-01T10:00 (JST)")));
  }
}
