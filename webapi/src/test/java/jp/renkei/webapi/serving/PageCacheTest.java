package jp.renkei.webapi.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.ReleaseLife;
import jp.renkei.webapi.frame.Answer;
import org.junit.jupiter.api.Test;

class PageCacheTest {
  private static final StoredAnswer SMALL = StoredAnswer.of(Answer.json("{}"));

  @Test
  void addressesCountAsMemory() {
    var cache = new PageCache(10_000);
    for (int i = 0; i < 100; i++) {
      cache.keep(key("/".repeat(500) + i), SMALL);
    }
    assertThat(cache.heldBytes()).isBetween(8_000L, 10_000L);
    assertThat(cache.find(key("/".repeat(500) + 0))).isEmpty();
    assertThat(cache.find(key("/".repeat(500) + 99))).isPresent();
  }

  @Test
  void answerKeptTwiceCountsOnce() {
    var cache = new PageCache(10_000);
    cache.keep(key("/"), SMALL);
    long once = cache.heldBytes();
    cache.keep(key("/"), SMALL);
    assertThat(cache.heldBytes()).isEqualTo(once);
  }

  private static PageCache.Key key(String address) {
    return new PageCache.Key(1, ReleaseLife.draft(), Optional.empty(), Audience.PUBLIC, address);
  }
}
