package jp.renkei.webapi.serving;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.ReleaseStore;

/** What each audience may read, side by side. */
public final class ReleaseShelves implements AutoCloseable {
  private final Map<Audience, ReleaseShelf> shelves = new EnumMap<>(Audience.class);
  private final ReleaseShelf ofRespondents;

  /**
   * The shelves of a warehouse.
   *
   * @param clock tells which embargoes are over
   */
  public ReleaseShelves(ReleaseStore store, Clock clock) {
    for (var audience : Audience.values()) {
      shelves.put(audience, new ReleaseShelf(store, audience, clock));
    }
    ofRespondents = ReleaseShelf.ofRespondents(store, clock);
  }

  public ReleaseShelf of(Audience audience) {
    return shelves.get(audience);
  }

  /** What stands behind the pages of a respondent's own figures. */
  public ReleaseShelf ofRespondents() {
    return ofRespondents;
  }

  @Override
  public void close() {
    ofRespondents.close();
    shelves.values().forEach(ReleaseShelf::close);
  }
}
