package jp.renkei.warehouse.policy;

import java.util.List;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * One thing that happened. Where sources differ on the day, every date stands here with who stated
 * it, the one that is shown first in front.
 */
public record PolicyEvent(
    String eventId,
    LocalText title,
    LocalText body,
    LocalText detail,
    List<StatedDate> dates,
    String source,
    Grade grade) {

  public PolicyEvent {
    dates = List.copyOf(dates);
    if (dates.isEmpty()) {
      throw new IllegalArgumentException("Cannot place event " + eventId + ": it has no date.");
    }
  }

  /** The date that is shown first. */
  public StatedDate date() {
    return dates.get(0);
  }

  static PolicyEvent of(YamlNode node) {
    node.allowOnly("event_id", "title", "body", "detail", "dates", "source", "grade");
    return new PolicyEvent(
        node.text("event_id"),
        LocalText.of(node, "title"),
        LocalText.of(node, "body"),
        LocalText.of(node, "detail"),
        node.nodes("dates").stream().map(StatedDate::of).toList(),
        node.text("source"),
        node.code("grade", Grade.class));
  }
}
