package jp.renkei.webapi.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sessions of this server, in its memory: 256-bit random ids, kept as their SHA-256. One ends
 * after an hour without a request, after twelve hours in any case, and when its user is removed or
 * has another password.
 */
final class Sessions {
  static final Duration IDLE = Duration.ofHours(1);
  static final Duration LONGEST = Duration.ofHours(12);
  private static final int MOST = 10_000;

  private final Users users;
  private final Clock clock;
  private final Map<String, Kept> byHash = new LinkedHashMap<>();

  private record Kept(Session session, Instant seenAt) {}

  Sessions(Users users, Clock clock) {
    this.users = users;
    this.clock = clock;
  }

  /** Begins a session; the id is for the cookie alone. */
  synchronized String begin(User user) {
    Instant now = clock.instant();
    byHash.values().removeIf(kept -> isOver(kept, now));
    if (byHash.size() >= MOST) {
      byHash.remove(byHash.keySet().iterator().next());
    }
    String id = RandomText.of256Bits();
    byHash.put(
        RandomText.sha256(id), new Kept(new Session(user, RandomText.of256Bits(), now), now));
    return id;
  }

  /** The session of a cookie, as long as it is good; asking keeps it awake. */
  synchronized Optional<Session> find(String id) {
    String hash = RandomText.sha256(id);
    Kept kept = byHash.get(hash);
    if (kept == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    var user = users.find(kept.session().user().name());
    if (isOver(kept, now) || !user.equals(Optional.of(kept.session().user()))) {
      byHash.remove(hash);
      return Optional.empty();
    }
    byHash.put(hash, new Kept(kept.session(), now));
    return Optional.of(kept.session());
  }

  synchronized void end(String id) {
    byHash.remove(RandomText.sha256(id));
  }

  private static boolean isOver(Kept kept, Instant now) {
    return kept.seenAt().plus(IDLE).isBefore(now)
        || kept.session().signedInAt().plus(LONGEST).isBefore(now);
  }
}
