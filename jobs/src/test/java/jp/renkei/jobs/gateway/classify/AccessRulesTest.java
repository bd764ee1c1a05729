package jp.renkei.jobs.gateway.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.renkei.jobs.gateway.format.Front;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.Definitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRulesTest {
  private static final AccessRules RULES =
      AccessRules.parse(
          "access-classification.yaml",
          Definitions.read("definitions/rules", ".yaml").get("access-classification.yaml"));

  private record Facts(
      Front front,
      boolean isSandbox,
      String agentOfClient,
      String agentOfNetwork,
      UserAgentClass userAgentClass,
      String routeKind,
      boolean hasTraces)
      implements AccessFacts {}

  @ParameterizedTest(name = "{0} sandbox={1} client={2} network={3} {4} {5} traces={6} -> {7}")
  @CsvSource({
    "API, true,  AGT1, , UNKNOWN, CARD_LIST, true, sandbox, EXCLUDED,",
    "WEB, true,  , AGT2, BROWSER, login, true, sandbox, EXCLUDED,",
    "API, false, AGT1, AGT2, HTTP_LIBRARY, CARD_LIST, true, api_known_client, API, AGT1",
    "API, false, AGT1, , UNKNOWN, OTHER, false, api_known_client, API, AGT1",
    "API, false, , AGT2, SEARCH_ENGINE, CARD_LIST, true, api_unknown_client, UNKNOWN,",
    "WEB, false, AGT1, AGT2, SEARCH_ENGINE, OTHER, true, web_agent_network, SCRAPING, AGT2",
    "WEB, false, , , HTTP_LIBRARY, login, true, web_automated_client, SCRAPING,",
    "WEB, false, , , BROWSER_AUTOMATION, statement, true, web_automated_client, SCRAPING,",
    "WEB, false, , , HTTP_LIBRARY, OTHER, true, web_direct, DIRECT,",
    "WEB, false, , , SEARCH_ENGINE, login, true, web_crawler, EXCLUDED,",
    "WEB, false, , , MONITORING, OTHER, true, web_crawler, EXCLUDED,",
    "WEB, false, , , FEED_READER, OTHER, true, web_crawler, EXCLUDED,",
    "WEB, false, , , UNKNOWN, login, false, web_no_traces, UNKNOWN,",
    "WEB, false, , , UNKNOWN, login, true, web_direct, DIRECT,",
    "WEB, false, , , BROWSER, OTHER, true, web_direct, DIRECT,",
    "WEB, false, , , OTHER_BOT, login, true, web_direct, DIRECT,",
  })
  void decides(
      Front front,
      boolean isSandbox,
      String client,
      String network,
      UserAgentClass userAgent,
      String route,
      boolean hasTraces,
      String rule,
      AccessMethod method,
      String agent) {
    var facts = new Facts(front, isSandbox, client, network, userAgent, route, hasTraces);
    var decided = RULES.decide(facts);
    assertThat(decided.id()).isEqualTo(rule);
    assertThat(decided.accessMethod()).isEqualTo(method);
    assertThat(decided.agentOf(facts)).isEqualTo(agent);
  }

  @Test
  void refusesRulesThatLeaveAnAccessOpen() {
    assertThatThrownBy(
            () ->
                AccessRules.parse(
                    "r.yaml",
                    "version: 1\nrules:\n  - {id: a, when: {front: api}, access_method: API}\n"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("expected one with 'when: {}'");
  }

  @Test
  void refusesAnUnknownClassOfUserAgent() {
    assertThatThrownBy(
            () ->
                AccessRules.parse(
                    "r.yaml",
                    "version: 1\nrules:\n  - {id: a, when: {user_agent: [ROBOT]}, access_method: API}\n"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("user_agent: found 'ROBOT'");
  }
}
