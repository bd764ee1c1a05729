package jp.renkei.jobs.gateway.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that a machine made, or that the register knows, are stored; of others digests. */
class StoredIdsTest {
  private final StoredIds ids = ids("a secret");

  private static StoredIds ids(String key) {
    return new StoredIds(key.getBytes(StandardCharsets.UTF_8), Set.of("client-1", "taro@app"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3f06647e-0000-4000-8000-530eb9f15261",
        "2f6946328ffc4946b8c9120704a4a155",
        "2F6946328FFC4946",
        "4bf92f3577b34da6a3ce929d0e0e473600f067aa0ba902b7",
      })
  void keepsRequestIdsOfMachines(String id) {
    assertThat(ids.request(id)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tanaka",
        "tanaka.taro@example.jp",
        "4111111111111111",
        "090-1234-5678",
        "abcdefabcdefabcdef",
        "dad-cafe-090-1234-5678",
        "93e8deadbeef4111111111111111",
        "3f06647e-0000-4000-8000-5301111111111111",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0YXJvIn0.c2lnbmF0dXJl",
        "Root=1-58337281-1d84f3d73c47ec4e58577259",
        "山田太郎",
        "",
      })
  void digestsWhatMayBeMore(String id) {
    assertThat(ids.request(id)).matches("id-[a-p]{32}");
    assertThat(ids.client(id)).matches("id-[a-p]{32}").isNotEqualTo(ids.request(id));
  }

  @Test
  void keepsClientIdsOfTheRegisterOnly() {
    assertThat(ids.client("client-1")).isEqualTo("client-1");
    assertThat(ids.client("taro@app")).isEqualTo("taro@app");
    assertThat(ids.client("2f6946328ffc4946b8c9120704a4a155")).matches("id-[a-p]{32}");
    assertThat(ids.request("taro@app")).matches("id-[a-p]{32}");
  }

  @Test
  void givesEqualDigestsUnderOneKeyOnly() {
    assertThat(ids.client("client-2")).isEqualTo(ids("a secret").client("client-2"));
    assertThat(ids.client("client-2")).isNotEqualTo(ids("another").client("client-2"));
    assertThat(ids.client(null)).isNull();
    assertThat(ids.request(null)).isNull();
  }
}
