package jp.renkei.jobs.gateway.classify;

import static org.assertj.core.api.Assertions.assertThat;

import jp.renkei.warehouse.definition.Definitions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a user agent a listed product and its major version are stored, never what stood there. */
class UserAgentProductsTest {
  private static final UserAgentProducts PRODUCTS =
      UserAgentProducts.parse(
          "user-agents.yaml",
          Definitions.read("definitions/rules", ".yaml").get("user-agents.yaml"));

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource({
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML) Chrome/126.0.0.0 Safari/537.36, Chrome/126",
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36 Edg/125.0, Edge/125",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1, Safari/17",
    "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/126.0.0.0 Safari/537.36, HeadlessChrome/126",
    "Mozilla/4.0 (compatible; MSIE 8.0), Internet Explorer/8",
    "curl/8.5.0, curl/8",
    "got (https://example.jp/tanaka), got",
    "tanaka-taro/1.0 okhttp/4.12.0 taro@example.jp, okhttp/4",
    "Chrome/4111111111111111, Chrome",
    "Chrome/, Chrome",
    "Chrome/12, Chrome/12",
    "tanaka-taro/1.0, none",
    "Offline/4, none",
    "山田太郎, none",
    "'', none",
  })
  void knows(String userAgent, String expected) {
    assertThat(PRODUCTS.of(userAgent).orElse("none")).isEqualTo(expected);
  }
}
