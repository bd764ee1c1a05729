package jp.renkei.webapi.serving;

import static jp.renkei.warehouse.jooq.silver.tables.Issuer.ISSUER;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseDecision;
import jp.renkei.warehouse.release.ReleaseDecision.Kind;
import jp.renkei.warehouse.release.ReleaseLife;
import jp.renkei.warehouse.release.ReleaseReader;
import jp.renkei.warehouse.release.ReleaseState;
import jp.renkei.warehouse.release.ReleaseStore;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;
import jp.renkei.webapi.frame.ShownRelease;

/** The releases an audience may read, and their opened files, which stay open. */
public final class ReleaseShelf implements AutoCloseable {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final ReleaseStore store;
  private final Audience audience;
  private final Sight sight;
  private final Clock clock;
  private final Map<Integer, Opened> opened = new ConcurrentHashMap<>();

  /** Which releases are there for whoever stands before the shelf. */
  private enum Sight {
    /** Those that are open: published, and their embargo is over. */
    OPEN,
    EVERY,
    /** Drafts too, but none that was withdrawn. */
    STANDING
  }

  private record Opened(ReleaseReader reader, boolean isFictitious) {}

  /**
   * A shelf.
   *
   * @param clock tells which embargoes are over
   */
  public ReleaseShelf(ReleaseStore store, Audience audience, Clock clock) {
    this(store, audience, audience == Audience.SECRETARIAT ? Sight.EVERY : Sight.OPEN, clock);
  }

  private ReleaseShelf(ReleaseStore store, Audience audience, Sight sight, Clock clock) {
    this.store = store;
    this.audience = audience;
    this.sight = sight;
    this.clock = clock;
  }

  /**
   * What stands behind a respondent's own figures, of drafts too: the public's files. Whoever shows
   * something of a release of this shelf shows nothing of it but what is about that respondent.
   */
  static ReleaseShelf ofRespondents(ReleaseStore store, Clock clock) {
    return new ReleaseShelf(store, Audience.PUBLIC, Sight.STANDING, clock);
  }

  public Audience audience() {
    return audience;
  }

  /** What the audience may read, the newest first: others see only what was published. */
  public List<Release> all() {
    if (sight != Sight.OPEN) {
      return store.all().stream().filter(this::isStanding).toList();
    }
    Instant now = clock.instant();
    var shown = store.shownAt(now).map(Release::id);
    return store.all().stream()
        .filter(release -> release.life().isOpenAt(now))
        .map(release -> seen(release, shown))
        .toList();
  }

  /** What the audience could read once and no longer can, what was withdrawn last first. */
  public List<Release> withdrawn() {
    return sight != Sight.OPEN
        ? List.of()
        : store.all().stream()
            .filter(one -> one.life().isWithdrawnFromSight())
            .sorted(
                Comparator.comparing(
                        (Release one) ->
                            one.life().last(Kind.WITHDRAW).map(ReleaseDecision::at).orElseThrow())
                    .reversed())
            .toList();
  }

  /**
   * The release shown to who asks for none: the one published last whose embargo is over, for the
   * secretariat the newest of any state, for a respondent that was not withdrawn.
   */
  public Optional<Release> newest() {
    if (sight != Sight.OPEN) {
      return sight == Sight.EVERY ? store.newest() : all().stream().findFirst();
    }
    var shown = store.shownAt(clock.instant());
    return shown.map(release -> seen(release, Optional.of(release.id())));
  }

  /** A release by its number, if the audience may read it. */
  public Optional<Release> find(int id) {
    var found = store.find(id);
    if (sight != Sight.OPEN) {
      return found.filter(this::isStanding);
    }
    Instant now = clock.instant();
    return found
        .filter(release -> release.life().isOpenAt(now))
        .map(release -> seen(release, store.shownAt(now).map(Release::id)));
  }

  /** The release that one was compared with when it was made, if the audience may read it now. */
  public Optional<Release> comparedWith(Release release) {
    return release
        .manifest()
        .comparedWith()
        .flatMap(this::find)
        .filter(before -> before.life().state() != ReleaseState.WITHDRAWN);
  }

  /** Why a release that the audience could read once is gone; empty for any other. */
  public Optional<String> reasonOfWithdrawal(int id) {
    return sight != Sight.OPEN
        ? Optional.empty()
        : store
            .find(id)
            .map(Release::life)
            .filter(ReleaseLife::isWithdrawnFromSight)
            .flatMap(life -> life.last(Kind.WITHDRAW))
            .flatMap(ReleaseDecision::reason);
  }

  private boolean isStanding(Release release) {
    return sight == Sight.EVERY || release.life().state() != ReleaseState.WITHDRAWN;
  }

  /** While its successor is under embargo, a release stands as published to all but a few. */
  private static Release seen(Release release, Optional<Integer> shown) {
    boolean isShown = shown.equals(Optional.of(release.id()));
    return release.with(
        release.life().seenAs(isShown ? ReleaseState.PUBLISHED : ReleaseState.SUPERSEDED));
  }

  public ReleaseReader reader(Release release) {
    return open(release).reader();
  }

  public ShownRelease shown(Release release) {
    return new ShownRelease(
        release.id(),
        release.life().label(),
        release.life().state(),
        release.head().asOf(),
        release.head().createdAt().atZone(JAPAN).toLocalDate(),
        open(release).isFictitious(),
        open(release).reader().lacking().stream().map(ReleaseShelf::named).toList());
  }

  /** Such as 概況 gold.x, a column as its table's. */
  private static String named(String lacking) {
    var parts = lacking.split("\\.");
    var table = TableCatalog.builtIn().table(TableName.of(parts[0] + "." + parts[1]));
    String column =
        parts.length < 3
            ? ""
            : table.columns().stream()
                .filter(one -> one.name().equals(parts[2]))
                .map(one -> "・" + one.label())
                .findFirst()
                .orElse("");
    return table.label() + column + " (" + lacking + ")";
  }

  @Override
  public void close() {
    opened.values().forEach(one -> one.reader().close());
    opened.clear();
  }

  private Opened open(Release release) {
    return opened.computeIfAbsent(
        release.id(),
        id -> {
          var reader = release.open(audience);
          return new Opened(reader, isFictitious(reader));
        });
  }

  /** The sample world names its companies 架空, so that no page can pass for real. */
  private static boolean isFictitious(ReleaseReader reader) {
    return reader.read(queries -> queries.fetchExists(ISSUER, ISSUER.NAME_JA.contains("架空")));
  }
}
