package jp.renkei.webapi.serving;

import static jp.renkei.warehouse.jooq.silver.tables.Issuer.ISSUER;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseReader;
import jp.renkei.warehouse.release.ReleaseState;
import jp.renkei.warehouse.release.ReleaseStore;
import jp.renkei.webapi.frame.ShownRelease;

/** The releases an audience may read, and their opened files, which stay open. */
public final class ReleaseShelf implements AutoCloseable {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final ReleaseStore store;
  private final Audience audience;
  private final Map<Integer, Opened> opened = new ConcurrentHashMap<>();

  private record Opened(ReleaseReader reader, boolean isFictitious) {}

  public ReleaseShelf(ReleaseStore store, Audience audience) {
    this.store = store;
    this.audience = audience;
  }

  public Audience audience() {
    return audience;
  }

  /** What the audience may read, the newest first: the public sees only what was published. */
  public List<Release> all() {
    return store.all().stream().filter(this::isOpenToAudience).toList();
  }

  /** The release shown to who asks for none: the newest published, for the secretariat any. */
  public Optional<Release> newest() {
    return audience == Audience.SECRETARIAT ? store.newest() : store.newestPublished();
  }

  /** A release by its number, if the audience may read it. */
  public Optional<Release> find(int id) {
    return store.find(id).filter(this::isOpenToAudience);
  }

  public ReleaseReader reader(Release release) {
    return open(release).reader();
  }

  public ShownRelease shown(Release release) {
    return new ShownRelease(
        release.id(),
        release.life().label(),
        release.life().state(),
        release.manifest().asOf(),
        release.manifest().createdAt().atZone(JAPAN).toLocalDate(),
        open(release).isFictitious());
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

  private boolean isOpenToAudience(Release release) {
    var state = release.life().state();
    return audience == Audience.SECRETARIAT
        || state == ReleaseState.PUBLISHED
        || state == ReleaseState.SUPERSEDED;
  }
}
