package jp.renkei.jobs.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import jp.renkei.jobs.SharedData;
import jp.renkei.warehouse.definition.Definitions;
import org.junit.jupiter.api.Test;

/** The shape that we ship and the published schema say the same. */
class MetricsShapeTest {
  private static final String ROOT = "ResponseMetricsListV5";

  @Test
  void isThatOfThePublishedSchema() throws IOException {
    var file = SharedData.path("../reference/cds_admin-1.36.0.openapi.json");
    var schemas = new ObjectMapper().readTree(file.toFile()).at("/components/schemas");
    var published = new TreeMap<String, String>();
    published("", schemas.get(ROOT), schemas, published);
    var shipped = new TreeMap<String, String>();
    shipped("", MetricsRules.builtIn().shape(), shipped);
    assertThat(shipped).hasSizeGreaterThan(200).isEqualTo(published);
  }

  @Test
  void tellsWhatItRestsOn() {
    assertThat(Definitions.read("definitions/rules", "cdr-metrics.yaml").get("cdr-metrics.yaml"))
        .contains("MIT License", "Data Standards Body");
    assertThat(MetricsRules.builtIn().between().values())
        .allSatisfy(rule -> assertThat(rule.says()).isNotEmpty());
  }

  private static void published(
      String path, JsonNode schema, JsonNode schemas, Map<String, String> into) {
    if (schema.has("$ref")) {
      String ref = schema.get("$ref").textValue();
      var target = schemas.get(ref.substring(ref.lastIndexOf('/') + 1));
      published(path, target, schemas, into);
      return;
    }
    switch (schema.get("type").textValue()) {
      case "object" -> {
        if (schema.has("additionalProperties")) {
          into.put(path, "HTTPErrorCounts");
        } else if (!schema.has("properties")) {
          into.put(path, "Anything");
        } else {
          into.put(path, "object");
          schema
              .get("properties")
              .properties()
              .forEach(
                  entry -> {
                    boolean isRequired =
                        schema
                            .path("required")
                            .valueStream()
                            .anyMatch(one -> one.textValue().equals(entry.getKey()));
                    published(
                        path + "/" + entry.getKey() + (isRequired ? "!" : ""),
                        entry.getValue(),
                        schemas,
                        into);
                  });
        }
      }
      case "array" -> {
        into.put(path, most(schema.path("description").asText(), path));
        published(path + "/[]", schema.get("items"), schemas, into);
      }
      case "number" -> into.put(path, "Number");
      default -> into.put(path, schema.get("x-cds-type").textValue());
    }
  }

  /** How many elements an array has stands only in the words. */
  private static String most(String words, String path) {
    if (words.contains("maximum of seven entries")) {
      return "array up to 7";
    }
    if (words.contains("maximum of twelve entries")) {
      return "array up to 12";
    }
    assertThat(words).as(path).contains("Array of contiguous hourly metrics");
    return path.endsWith("/currentDay") ? "array up to 24" : "array of 24";
  }

  private static void shipped(String path, MetricsShape shape, Map<String, String> into) {
    if (shape instanceof MetricsShape.Scalar scalar) {
      into.put(path, scalar.type().code());
    } else if (shape instanceof MetricsShape.ArrayOf array) {
      into.put(path, "array " + (array.fewest() == array.most() ? "of " : "up to ") + array.most());
      shipped(path + "/[]", array.element(), into);
    } else if (shape instanceof MetricsShape.ObjectOf object) {
      into.put(path, "object");
      object
          .members()
          .forEach(
              (name, member) ->
                  shipped(
                      path + "/" + name + (member.isRequired() ? "!" : ""), member.shape(), into));
    } else {
      into.put(path, "HTTPErrorCounts");
    }
  }
}
