package jp.renkei.reports.explain;

import static java.util.Locale.ROOT;

import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.warehouse.release.Release;

/** Says which release a figure is of and how settled its value is. */
record ReleaseSentence(ExplainWords words, Release release, KpiFigure figure) {
  /** The release with its own edition, then how settled the value is. */
  String text() {
    String label =
        release
            .life()
            .label()
            .map(text -> words.of("「" + text + "」", " (" + text + ")"))
            .orElse("");
    String state = words.code("release_state", release.life().state().name());
    String edition =
        release
            .life()
            .edition()
            .map(kind -> words.of(kind.japanese() + "の版、", kind.name().toLowerCase(ROOT) + ", "))
            .orElse("");
    return words.of(
        "公表版%d%s（%s、%s時点%s）の数値です。%s"
            .formatted(
                release.id(),
                label,
                state,
                edition,
                PeriodText.date(release.manifest().asOf()),
                status()),
        "It is a figure of release %d%s (%s, %sas of %s). %s"
            .formatted(release.id(), label, state, edition, release.manifest().asOf(), status()));
  }

  /** A figure's own, which a release's edition does not change. */
  private String status() {
    String status = words.code("status", figure.status());
    boolean isPreliminary = figure.status().equals("PRELIMINARY");
    return words.of(
        isPreliminary
            ? "この値は%sです（調査は回収期限と猶予日数、月次は月末から30日を過ぎるまでの区分で、版の速報・確報とは別に値ごとに付けます）。".formatted(status)
            : "この値は%sです。".formatted(status),
        isPreliminary
            ? "The value is %s: answers or logs may still come. Values have this of their own, whatever the release's edition."
                .formatted(status.toLowerCase(ROOT))
            : "The value is %s.".formatted(status.toLowerCase(ROOT)));
  }
}
