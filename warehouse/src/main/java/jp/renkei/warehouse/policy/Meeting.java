package jp.renkei.warehouse.policy;

import jp.renkei.warehouse.definition.YamlNode;

/** One meeting of the study group: its number, day and what it is about. */
public record Meeting(
    String meetingId,
    int number,
    LocalText group,
    LocalText topic,
    StatedDate date,
    String source,
    Grade grade) {

  static Meeting of(YamlNode node) {
    node.allowOnly("meeting_id", "number", "group", "topic", "date", "source", "grade");
    return new Meeting(
        node.text("meeting_id"),
        node.integer("number"),
        LocalText.of(node, "group"),
        LocalText.of(node, "topic"),
        StatedDate.of(node.node("date")),
        node.text("source"),
        node.code("grade", Grade.class));
  }
}
