package jp.renkei.jobs.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.package$;

/** The facets of OpenLineage that our events carry, each with who made it and by which schema. */
final class LineageFacets {
  static final String NAMESPACE = "renkei";
  static final String RUN = "run";
  private static final String SCHEMAS = "https://openlineage.io/spec/facets/";

  private final String producer;

  LineageFacets(String commit) {
    this.producer = "urn:renkei:" + commit;
  }

  String producer() {
    return producer;
  }

  Map<String, Object> parent(UUID runId) {
    return facet(
        "1-1-0",
        "ParentRunFacet",
        Map.of(
            "run",
            Map.of("runId", runId.toString()),
            "job",
            Map.of("namespace", NAMESPACE, "name", RUN)));
  }

  Map<String, Object> engine() {
    return facet(
        "1-1-1",
        "ProcessingEngineRunFacet",
        Map.of("name", "spark", "version", package$.MODULE$.SPARK_VERSION()));
  }

  Map<String, Object> jobType(String type) {
    return facet(
        "2-0-3",
        "JobTypeJobFacet",
        Map.of("processingType", "BATCH", "integration", "RENKEI", "jobType", type));
  }

  Map<String, Object> error(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return facet(
        "1-0-1",
        "ErrorMessageRunFacet",
        Map.of(
            "message",
            cause.getClass().getSimpleName() + ": " + message.lines().findFirst().orElse(""),
            "programmingLanguage",
            "JAVA"));
  }

  Map<String, Object> facet(String version, String name, Map<String, Object> content) {
    var facet = new LinkedHashMap<String, Object>();
    facet.put("_producer", producer);
    facet.put("_schemaURL", SCHEMAS + version + "/" + name + ".json#/$defs/" + name);
    facet.putAll(content);
    return facet;
  }
}
