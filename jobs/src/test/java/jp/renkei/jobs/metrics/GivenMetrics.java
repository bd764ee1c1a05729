package jp.renkei.jobs.metrics;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.renkei.surveys.Problem;

/** The smallest right metrics file, and what becomes of it with other entries. */
public final class GivenMetrics {
  static final String PATH = "metrics/I1/a.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String THREE = "{'aggregate':{},'unauthenticated':{},'authenticated':{}}";
  private static final String TIERS =
      "{'highPriority':{},'largePayload':{},'lowPriority':{},'unattended':{},'unauthenticated':{}}";
  private static final String LEAST =
      """
      {'data':{'requestTime':'2026-03-10T06:30:00+09:00','availability':THREE,'performance':TIERS,'invocations':TIERS,
       'averageResponse':TIERS,'sessionCount':{},'averageTps':THREE,'peakTps':THREE,'errors':THREE,
       'rejections':{'authenticated':{},'unauthenticated':{}},'customerCount':10,'recipientCount':2,
       'authorisations':{'activeAuthorisationCount':{'individual':9,'nonIndividual':1},'newAuthorisationCount':{},
        'revokedAuthorisationCount':{},'amendedAuthorisationCount':{},'expiredAuthorisationCount':{},
        'abandonedConsentFlowCount':{},'abandonmentsByStage':{'preIdentification':{},'preAuthentication':{},
         'preAccountSelection':{},'preAuthorisation':{},'rejected':{},'failedTokenExchange':{}}}},
       'links':{'self':'https://example.jp/metrics'}}""";

  private final ObjectNode root;

  private GivenMetrics(ObjectNode root) {
    this.root = root;
  }

  public static GivenMetrics least() {
    return new GivenMetrics(node(LEAST.replace("THREE", THREE).replace("TIERS", TIERS)));
  }

  /** Sets an entry; single quotes stand for double ones. */
  public GivenMetrics with(String pointer, String json) {
    var at = JsonPointer.compile(pointer);
    ((ObjectNode) root.at(at.head())).set(at.last().getMatchingProperty(), any(json));
    return this;
  }

  GivenMetrics without(String pointer) {
    var at = JsonPointer.compile(pointer);
    ((ObjectNode) root.at(at.head())).remove(at.last().getMatchingProperty());
    return this;
  }

  public String text() {
    return root.toString();
  }

  MetricsFile read() {
    return MetricsFile.of(PATH, text());
  }

  /** Severity, place and reason of each problem. */
  List<String> problems() {
    return read().problems().stream().map(GivenMetrics::line).toList();
  }

  List<String> brokenRules() {
    return read().broken().stream().map(MetricsFile.BrokenRule::ruleId).toList();
  }

  private static String line(Problem problem) {
    return "%s %s %s: %s"
        .formatted(
            problem.severity(), problem.place().subject(), problem.reason(), problem.found());
  }

  private static ObjectNode node(String json) {
    return (ObjectNode) any(json);
  }

  private static com.fasterxml.jackson.databind.JsonNode any(String json) {
    try {
      return JSON.readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
