package jp.renkei.webapi.releases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.warehouse.release.Edition;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseDecision;
import jp.renkei.warehouse.release.ReleaseDecision.Kind;
import jp.renkei.warehouse.release.ReleaseLife;
import jp.renkei.warehouse.release.ReleaseState;
import jp.renkei.warehouse.release.RevisionReason;
import jp.renkei.webapi.frame.Frame;

/** Puts releases into the words of {@code /releases}. */
final class ReleaseRows {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(JAPAN);

  private final Frame frame;
  private final boolean isDeciding;
  private final boolean hasTwoPersons;

  /**
   * Rows as one visitor sees them.
   *
   * @param isDeciding whether the visitor may decide here
   */
  ReleaseRows(Frame frame, boolean isDeciding, boolean hasTwoPersons) {
    this.frame = frame;
    this.isDeciding = isDeciding;
    this.hasTwoPersons = hasTwoPersons;
  }

  ReleasesPage.Row row(Release release, boolean isOpen) {
    var life = release.life();
    return new ReleasesPage.Row(
        release.id(),
        life.label(),
        life.state().name(),
        facts(life),
        frame.isForSecretariat() ? life.embargoUntil().map(MINUTE::format) : Optional.empty(),
        life.state() == ReleaseState.WITHDRAWN
            ? life.last(Kind.WITHDRAW).flatMap(ReleaseDecision::reason)
            : Optional.empty(),
        release.head().asOf(),
        day(release.head().createdAt()),
        life.publishedAt().map(ReleaseRows::day),
        release.head().contentHash(),
        isOpen,
        frame.isForSecretariat() ? life.history().stream().map(this::event).toList() : List.of(),
        actions(life.state()),
        mustWait(life));
  }

  private static LocalDate day(Instant time) {
    return time.atZone(JAPAN).toLocalDate();
  }

  private List<String> facts(ReleaseLife life) {
    return Stream.of(
            life.meeting(), life.edition().map(this::word), life.revision().map(this::word))
        .flatMap(Optional::stream)
        .toList();
  }

  private String word(Edition edition) {
    return frame.isJapanese() ? edition.japanese() : frame.text("releases.edition." + edition);
  }

  private String word(RevisionReason reason) {
    return frame.isJapanese() ? reason.japanese() : frame.text("releases.revision." + reason);
  }

  private ReleasesPage.Event event(ReleaseDecision decision) {
    String more =
        Stream.of(
                decision.label(),
                decision.meeting(),
                decision.edition().map(this::word),
                decision.revision().map(this::word),
                decision
                    .embargoUntil()
                    .map(until -> frame.text("releases.embargo", MINUTE.format(until))),
                decision.other().map(id -> frame.text("release.number", Integer.toString(id))),
                decision.reason())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(frame.text("quality.separator")));
    return new ReleasesPage.Event(
        MINUTE.format(decision.at()),
        frame.text("releases.decision." + decision.kind()),
        decision.by(),
        more);
  }

  private List<String> actions(ReleaseState state) {
    var actions = new ArrayList<String>();
    if (!isDeciding) {
      return actions;
    }
    switch (state) {
      case DRAFT, REVIEWED -> {
        actions.add("review");
        actions.add("publish");
      }
      case PUBLISHED, SUPERSEDED -> actions.add("withdraw");
      case WITHDRAWN -> {}
    }
    return actions;
  }

  /** The command refuses it too; the page spares the try. */
  private String mustWait(ReleaseLife life) {
    if (!hasTwoPersons) {
      return "";
    }
    if (life.state() == ReleaseState.DRAFT) {
      return "releases.wait.review";
    }
    String visitor = frame.visitor().name();
    return life.reviewers().stream().allMatch(visitor::equals) ? "releases.wait.other" : "";
  }
}
