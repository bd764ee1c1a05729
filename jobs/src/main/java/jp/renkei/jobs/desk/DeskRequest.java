package jp.renkei.jobs.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;

/** One line that the desk is asked: a JSON object of texts. */
record DeskRequest(JsonNode fields) {
  /** Echoed in the answer. */
  String id() {
    return optional("id").orElse("");
  }

  String text(String field) {
    return optional(field).orElseThrow(() -> new DeskProblem("要求に " + field + " がありません。"));
  }

  Path path(String field) {
    return Path.of(text(field));
  }

  /** Empty when it is missing or blank. */
  Optional<String> optional(String field) {
    return Optional.ofNullable(fields.get(field))
        .map(JsonNode::asText)
        .filter(text -> !text.isEmpty());
  }
}
