package jp.renkei.jobs.release;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.Lease;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.warehouse.release.Edition;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseDecision;
import jp.renkei.warehouse.release.ReleaseDecision.Kind;
import jp.renkei.warehouse.release.ReleaseRules;
import jp.renkei.warehouse.release.ReleaseState;
import jp.renkei.warehouse.release.RevisionReason;

/**
 * Reviews, publishes and withdraws releases. Each decision is kept in landing first, as every input
 * is, then the releases' lives follow from it.
 */
public final class Publication {
  private final WarehouseFolder warehouse;
  private final Path landing;
  private final DecisionLanding decisions;
  private final Clock clock;
  private final Consumer<Release> verification;

  /**
   * Decisions on a warehouse's releases.
   *
   * @param verification throws where a release must not be published as it is
   */
  public Publication(
      WarehouseFolder warehouse, Path landing, Clock clock, Consumer<Release> verification) {
    this.warehouse = warehouse;
    this.landing = landing;
    this.decisions = new DecisionLanding(landing);
    this.clock = clock;
    this.verification = verification;
  }

  /**
   * What a release is published with.
   *
   * @param embargoUntil until when only the secretariat sees it
   * @param revision why it takes the place of the one before; where empty and there is one before,
   *     its time had come
   * @param note what there is to say of it, such as what was wrong before
   */
  public record Terms(
      String label,
      Optional<String> meeting,
      Optional<Edition> edition,
      Optional<Instant> embargoUntil,
      Optional<RevisionReason> revision,
      Optional<String> note) {
    /** A label and nothing else. */
    public static Terms of(String label) {
      return new Terms(
          label,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * Reviews a draft; a reviewed release once more, by another person.
   *
   * @return the file of the decision
   * @throws DataProblemException when its state does not allow it
   */
  public Path review(int id, String by, Optional<String> note) {
    var rules = ReleaseRules.of(warehouse.root());
    try (var lease = Lease.take(warehouse)) {
      var release = release(id);
      Transitions.requireReviewable(release, by);
      var plain = ReleaseDecision.review(by, clock.instant());
      return keep(release, note.map(plain::withReason).orElse(plain), rules);
    }
  }

  /**
   * Publishes a release once it is verified; the one published before is superseded.
   *
   * @return the file of the decision
   * @throws DataProblemException when its state, the two-person rule or its terms do not allow it,
   *     it was made against another published release or by other definitions, or an error of data
   *     quality is open
   */
  public Path publish(int id, Terms terms, String by) {
    var rules = ReleaseRules.of(warehouse.root());
    requirePublishable(release(id), terms, by, rules);
    // Takes a while, and needs no lease: a release and the versions it pins do not change.
    verification.accept(release(id));
    try (var lease = Lease.take(warehouse)) {
      var release = release(id);
      requirePublishable(release, terms, by, rules);
      QualityGate.requirePassed(release, landing);
      Instant now = clock.instant();
      var store = warehouse.releases();
      var before =
          store.all().stream()
              .filter(other -> other.id() != id)
              .filter(other -> other.life().state() == ReleaseState.PUBLISHED)
              .toList();
      var decision =
          ReleaseDecision.publish(
              by,
              now,
              terms.label(),
              terms.meeting(),
              terms.edition(),
              terms.embargoUntil(),
              before.isEmpty()
                  ? Optional.empty()
                  : terms.revision().or(() -> Optional.of(RevisionReason.REGULAR)),
              terms.note());
      // The new one first: a run killed in between leaves two published, never none.
      Path file = keep(release, decision, rules);
      before.forEach(
          other ->
              store.record(
                  other.id(),
                  other.life().after(ReleaseDecision.following(Kind.SUPERSEDE, by, now, id))));
      return file;
    }
  }

  private void requirePublishable(Release release, Terms terms, String by, ReleaseRules rules) {
    Transitions.requirePublishable(release, by, rules);
    Transitions.requireFuture(release, terms.embargoUntil(), clock.instant());
    var published = warehouse.releases().newestPublished();
    Transitions.requireUpToDate(release, published);
    if (published.isEmpty() && terms.revision().isPresent()) {
      throw Transitions.nothingToRevise(release, terms.revision().orElseThrow());
    }
  }

  /**
   * Withdraws what was published. Where it stood as published, the release that it superseded
   * stands again.
   *
   * @return the file of the decision
   * @throws DataProblemException when it was never published, or is withdrawn already
   */
  public Path withdraw(int id, String reason, String by) {
    var rules = ReleaseRules.of(warehouse.root());
    try (var lease = Lease.take(warehouse)) {
      var release = release(id);
      Transitions.requireWithdrawable(release);
      Instant now = clock.instant();
      Path file = keep(release, ReleaseDecision.withdraw(by, now, reason), rules);
      if (release.life().state() == ReleaseState.PUBLISHED) {
        lastSuperseded()
            .ifPresent(
                before ->
                    warehouse
                        .releases()
                        .record(
                            before.id(),
                            before
                                .life()
                                .after(ReleaseDecision.following(Kind.RESTORE, by, now, id))));
      }
      return file;
    }
  }

  private Optional<Release> lastSuperseded() {
    return warehouse.releases().all().stream()
        .filter(other -> other.life().state() == ReleaseState.SUPERSEDED)
        .max(
            Comparator.comparing(
                    (Release other) -> other.life().publishedAt().orElse(Instant.EPOCH))
                .thenComparing(Release::id));
  }

  private Release release(int id) {
    return warehouse
        .releases()
        .find(id)
        .orElseThrow(
            () ->
                new DataProblemException(
                    "公表版 %d は %s にありません。".formatted(id, warehouse.root()),
                    "Cannot find release %d in %s.".formatted(id, warehouse.root())));
  }

  private Path keep(Release release, ReleaseDecision decision, ReleaseRules rules) {
    Path file = decisions.put(release, decision, rules.twoPersons());
    warehouse.releases().record(release.id(), release.life().after(decision));
    return file;
  }
}
