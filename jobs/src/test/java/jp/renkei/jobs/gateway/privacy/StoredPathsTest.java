package jp.renkei.jobs.gateway.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.renkei.jobs.gateway.format.Feed;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.Definitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a path its route is stored, of an undeclared one the words that name nobody. */
class StoredPathsTest {
  private static final Feed FEED =
      Feed.parse(
          "feed.yaml",
          """
          product: renkei-jsonl
          front: api
          routes:
            - {template: "/v1/meisai/{id}", api_type: STATEMENT_DETAIL}
            - {template: "/{tenant}/points", api_type: POINT_BALANCE}
          """);
  private static final StoredPaths PATHS =
      new StoredPaths(
          FEED,
          StoredWords.parse(
              "stored-words.yaml",
              Definitions.read("definitions/rules", ".yaml").get("stored-words.yaml")));

  @ParameterizedTest(name = "path {0}")
  @CsvSource({
    "/v1/meisai/202601, /v1/meisai/{id}",
    "/v1/meisai/tanaka@example.jp/, /v1/meisai/{id}",
    "/tanaka/points, /{tenant}/points",
    "/v2/meisai/77/detail, /v2/meisai/{…}/detail",
    "/api/v2.1/users/tanaka, /api/v2.1/users/{…}",
    "/prod/v1/accounts, /prod/v1/accounts",
    "/v1/users/bill, /v1/users/{…}",
    "/v1/Users, /v1/{…}",
    "/v123/v1.234/v1.2.3/v, /{…}/{…}/{…}/{…}",
    "/v1/accounts;jsessionid=77/me, /v1/{…}/me",
    "/v1/%E5%B1%B1, /v1/{…}",
    "/v1/山田//, /v1/{…}//",
    "/{id}/{tenant}, /{…}/{…}",
    "'', ''",
    "*, *",
    "/, /",
    "tanaka, {…}",
  })
  void keepsWhatNamesNobody(String path, String stored) {
    assertThat(PATHS.of(FEED.routeOf(path), path)).isEqualTo(stored);
  }

  @Test
  void endsAPathOfManySegments() {
    String path = "/me".repeat(40);
    assertThat(PATHS.of(FEED.routeOf(path), path)).isEqualTo("/me".repeat(16) + "/…");
    assertThat(PATHS.of(FEED.routeOf(null), null)).isNull();
  }

  @Test
  void refusesListedWordsThatCouldBeMoreThanWords() {
    for (String word : new String[] {"Tanaka", "4111111111111111", "山田", "a b"}) {
      assertThatThrownBy(
              () ->
                  StoredWords.parse(
                      "w.yaml", "version: 1\npaths: [\"" + word + "\"]\nenvironments: []\n"))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("paths: found '" + word + "', expected a word in lower case");
    }
  }
}
