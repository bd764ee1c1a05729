package jp.renkei.webapi.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
  @TempDir private Path folder;
  private final MovingClock clock = new MovingClock();
  private final User user = new User("clerk", Role.SECRETARIAT, List.of(), PasswordHash.ofNobody());
  private Sessions sessions;

  @BeforeEach
  void writeUsers() {
    var file = new UserFile(folder.resolve("users.yaml"));
    file.write(List.of(user));
    sessions = new Sessions(new Users(file), clock);
  }

  @Test
  void idsAreLongAndNeverTheSame() {
    String one = sessions.begin(user);
    assertThat(one).matches("[0-9a-f]{64}").isNotEqualTo(sessions.begin(user));
    assertThat(sessions.find(one).orElseThrow().token()).isNotEqualTo(one);
    assertThat(sessions.find("0".repeat(64))).isEmpty();
  }

  @Test
  void endsAnHourAfterTheLastRequest() {
    String id = sessions.begin(user);
    clock.pass(Sessions.IDLE.minusSeconds(1));
    assertThat(sessions.find(id)).isPresent();
    clock.pass(Sessions.IDLE.minusSeconds(1));
    assertThat(sessions.find(id)).isPresent();
    clock.pass(Sessions.IDLE.plusSeconds(1));
    assertThat(sessions.find(id)).isEmpty();
  }

  @Test
  void endsAfterTwelveHoursHoweverBusy() {
    String id = sessions.begin(user);
    for (int i = 0; i < 24; i++) {
      assertThat(sessions.find(id)).isPresent();
      clock.pass(Duration.ofMinutes(30));
    }
    clock.pass(Duration.ofSeconds(1));
    assertThat(sessions.find(id)).isEmpty();
  }

  @Test
  void failuresAreForgottenAfterAWhile() {
    var limit = new SignInLimit(clock);
    for (int i = 0; i < SignInLimit.MOST_PER_NAME; i++) {
      assertThat(limit.allows("a", "192.0.2.1")).isTrue();
      limit.failed("a", "192.0.2.1");
    }
    assertThat(limit.allows("a", "192.0.2.2")).isFalse();
    assertThat(limit.allows("b", "192.0.2.1")).isTrue();
    clock.pass(SignInLimit.SPAN.plusSeconds(1));
    assertThat(limit.allows("a", "192.0.2.2")).isTrue();
  }

  @Test
  void oneAddressCannotTryEveryName() {
    var limit = new SignInLimit(clock);
    for (int i = 0; i < SignInLimit.MOST_PER_ADDRESS; i++) {
      limit.failed("name" + i, "192.0.2.1");
    }
    assertThat(limit.allows("another", "192.0.2.1")).isFalse();
    assertThat(limit.allows("another", "192.0.2.2")).isTrue();
  }

  /** A clock that goes on when told to. */
  private static final class MovingClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T00:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
