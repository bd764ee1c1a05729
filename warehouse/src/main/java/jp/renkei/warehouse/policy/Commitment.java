package jp.renkei.warehouse.policy;

import java.util.Optional;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * What one body undertook to do, by when, who follows it up and which document says so.
 *
 * @param deadline empty where the document sets none
 */
public record Commitment(
    String commitmentId,
    LocalText subject,
    LocalText action,
    Optional<StatedDate> deadline,
    LocalText followUpBody,
    LocalText basisDocument,
    String source,
    Grade grade) {

  static Commitment of(YamlNode node) {
    node.allowOnly(
        "commitment_id",
        "subject",
        "action",
        "deadline",
        "follow_up_body",
        "basis_document",
        "source",
        "grade");
    return new Commitment(
        node.text("commitment_id"),
        LocalText.of(node, "subject"),
        LocalText.of(node, "action"),
        node.has("deadline") ? Optional.of(StatedDate.of(node.node("deadline"))) : Optional.empty(),
        LocalText.of(node, "follow_up_body"),
        LocalText.of(node, "basis_document"),
        node.text("source"),
        node.code("grade", Grade.class));
  }
}
