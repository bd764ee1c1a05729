package jp.renkei.jobs.summary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import jp.renkei.jobs.JsonLimits;

/**
 * What a summary says of itself: {@code summary.json}.
 *
 * @param createdAt when it was made, in whole seconds
 * @param softwareVersion hash of the code and gateway formats that made it
 * @param ruleVersion of the access classification
 * @param made what the lines were read with
 */
public record SummaryHeader(
    int formatVersion,
    String issuerId,
    YearMonth month,
    OffsetDateTime createdAt,
    String softwareVersion,
    String ruleVersion,
    MadeWith made)
    implements Serializable {
  static final String FILE = "summary.json";

  /** The version that this program writes and reads. */
  public static final int FORMAT_VERSION = 1;

  private static final String FORMAT = "renkei-issuer-summary";
  private static final String HASH = "[0-9a-f]{64}";
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(JsonLimits.CONSTRAINTS)
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .build());

  /**
   * Hashes over what lines are read with: two summaries of the same lines are the same where these
   * are.
   *
   * @param reading the program's reading, the formats of the products, the rules and the classes of
   *     user agents
   * @param clientAliases the issuer's aliases that hold in the month
   * @param agentNetworks the networks that hold in the month
   */
  public record MadeWith(String reading, String clientAliases, String agentNetworks)
      implements Serializable {}

  /** The JSON, always the same text for the same header. */
  String json() {
    return """
        {
          "format": "%s",
          "format_version": %d,
          "issuer_id": %s,
          "month": "%s",
          "created_at": "%s",
          "software_version": "%s",
          "rule_version": "%s",
          "reading_sha256": "%s",
          "client_aliases_sha256": "%s",
          "agent_networks_sha256": "%s"
        }
        """
        .formatted(
            FORMAT,
            formatVersion,
            JSON.getNodeFactory().textNode(issuerId),
            month,
            createdAt,
            softwareVersion,
            ruleVersion,
            made.reading(),
            made.clientAliases(),
            made.agentNetworks());
  }

  /** The version that a header of any version states; empty where the text is no header. */
  static Optional<Integer> formatVersion(String text) {
    return tree(text)
        .filter(tree -> tree.path("format").asText().equals(FORMAT))
        .filter(tree -> tree.path("format_version").isInt())
        .map(tree -> tree.path("format_version").intValue());
  }

  /** The header; empty where {@link #json} would write another text of it. */
  static Optional<SummaryHeader> parse(String text) {
    return tree(text).flatMap(SummaryHeader::of).filter(header -> header.json().equals(text));
  }

  private static Optional<JsonNode> tree(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<SummaryHeader> of(JsonNode tree) {
    try {
      var header =
          new SummaryHeader(
              tree.path("format_version").asInt(),
              tree.path("issuer_id").asText(),
              YearMonth.parse(tree.path("month").asText()),
              OffsetDateTime.parse(tree.path("created_at").asText()),
              tree.path("software_version").asText(),
              tree.path("rule_version").asText(),
              new MadeWith(
                  tree.path("reading_sha256").asText(),
                  tree.path("client_aliases_sha256").asText(),
                  tree.path("agent_networks_sha256").asText()));
      return header.isWellFormed() ? Optional.of(header) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private boolean isWellFormed() {
    return issuerId.matches(SummaryTable.ID)
        && softwareVersion.matches("[0-9a-f]{16}")
        && ruleVersion.matches("[0-9]{1,4}")
        && made.reading().matches(HASH)
        && made.clientAliases().matches(HASH)
        && made.agentNetworks().matches(HASH);
  }
}
