package jp.renkei.jobs.gateway.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import jp.renkei.warehouse.definition.DefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTest {
  private static final Feed FEED =
      Feed.parse(
          "feed.yaml",
          """
          product: renkei-jsonl
          front: api
          time_zone: Asia/Tokyo
          latency_unit: ms
          routes:
            - {template: "/v1/statements/{id}", api_type: STATEMENT_DETAIL}
            - {template: "/v1/points", api_type: POINT_BALANCE}
          environment: {production: [prod, Live]}
          """);

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "/v1/statements/1, STATEMENT_DETAIL",
    "/v1/statements/1/, STATEMENT_DETAIL",
    "/v1/points, POINT_BALANCE",
    "/v1/points/, POINT_BALANCE",
    "/v1/statements/, OTHER",
    "/v1/statements, OTHER",
    "/v1/statements/1/2, OTHER",
    "/v1/pointsx, OTHER",
    "/v1, OTHER",
    "/, OTHER",
    "*, OTHER",
  })
  void knowsTheKindOfAPath(String path, String kind) {
    assertThat(FEED.routeOf(path).kind()).isEqualTo(kind);
  }

  private static Feed withDays(String days) {
    return Feed.parse("feed.yaml", "product: kong\nfront: api\nroutes: []\n" + days);
  }

  @Test
  void hasTheDaysOfWhichLogsAreToBeHandedIn() {
    assertThat(FEED.handedIn()).isEqualTo(Feed.Days.ALL);
    assertThat(withDays("valid_from: 2026-01-05\nvalid_to: 2026-03-31\n").handedIn())
        .isEqualTo(
            new Feed.Days(
                Optional.of(LocalDate.of(2026, 1, 5)), Optional.of(LocalDate.of(2026, 3, 31))));
    assertThatThrownBy(() -> withDays("valid_from: 2026-01-05\nvalid_to: 2026-01-04\n"))
        .hasMessageContaining("valid_to: found 2026-01-04, expected 2026-01-05 or later");
    assertThatThrownBy(() -> withDays("valid_to: 2026年3月\n"))
        .isInstanceOf(DefinitionException.class);
  }

  @Test
  void readsLinesTheSameWhicheverDaysAreAsked() {
    String without = "product: kong\nfront: api\nroutes: []";
    assertThat(Feed.ofReading(without)).isEqualTo(without);
    assertThat(Feed.ofReading(without + "\n")).isEqualTo(without);
    assertThat(Feed.ofReading(without + "\nvalid_to: 2026-03-31")).isEqualTo(without);
    assertThat(
            Feed.ofReading(
                "valid_from : 2026-01-05 # 開始\r\n" + without + "\nvalid_to: 2026-03-31\n"))
        .isEqualTo(without);
    String indented = "product: kong\nfields:\n  valid_to: x";
    assertThat(Feed.ofReading(indented)).isEqualTo(indented);
  }

  @Test
  void countsARequestWithoutPathAsOther() {
    assertThat(FEED.routeOf(null).kind()).isEqualTo("OTHER");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"prod, false", "live, false", "LIVE, false", "test, true", "sandbox, true"})
  void tellsTheSandboxByTheEnvironment(String environment, boolean isSandbox) {
    assertThat(FEED.isSandbox(environment)).isEqualTo(isSandbox);
  }

  @Test
  void takesAnEnvironmentThatIsNotLoggedAsProduction() {
    assertThat(FEED.isSandbox(null)).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "product: a;'front' is missing",
        "product: a\\nfront: mobile;expected one of [API, WEB]",
        "product: a\\nfront: api\\nroute: []; did you mean 'routes'",
        "product: a\\nfront: api\\ntime_zone: Tokio;expected a zone such as Asia/Tokyo",
        "product: a\\nfront: api\\nlatency_unit: sec;expected a unit of time",
        "product: a\\nfront: api\\nfields: {client: x};unknown field 'client'",
        "product: a\\nfront: api\\nroutes: [{template: /a, api_type: STATEMENT}];found 'STATEMENT'",
        "product: a\\nfront: web\\nroutes: [{template: /a, api_type: CARD_LIST}];unknown key 'api_type'",
        "product: a\\nfront: web\\nroutes: [{template: a, kind: login}];expected a path like /v1/{id}",
      })
  void saysWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> Feed.parse("feed.yaml", text.replace("\\n", "\n")))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "product: a;キー「front」なし",
        "product: a\\nfront: api\\nrouts: [];キー「routs」（「routes」の誤りか）",
        "product: a\\nfront: mobile;front：mobile",
        "product: a\\nfront: api\\ntime_zone: Tokio;time_zone：Tokio",
        "product: a\\nfront: api\\nroutes: [{template: a, api_type: CARD_LIST}];routes：template「a」",
        "product: a\\nfront: api: x;2行目：YAMLとして読めない書き方",
      })
  void saysItInJapaneseToo(String text, String found) {
    assertThatThrownBy(() -> Feed.parse("feed.yaml", text.replace("\\n", "\n")))
        .isInstanceOfSatisfying(
            DefinitionException.class,
            e -> {
              assertThat(e.getMessage()).doesNotContain("\n");
              assertThat(e.inJapanese().orElseThrow().found()).isEqualTo(found);
            });
  }
}
