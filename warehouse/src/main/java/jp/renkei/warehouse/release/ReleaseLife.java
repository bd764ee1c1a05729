package jp.renkei.warehouse.release;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * What people decided about a release; follows from the decisions in landing.
 *
 * @param label what it was for, such as 第2回検討会
 */
public record ReleaseLife(
    ReleaseState state,
    Optional<String> label,
    Optional<String> publishedBy,
    Optional<Instant> publishedAt) {

  /** The life of a release nobody has decided on yet. */
  public static ReleaseLife draft() {
    return new ReleaseLife(
        ReleaseState.DRAFT, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public ReleaseLife published(String newLabel, String by, Instant at) {
    return new ReleaseLife(
        ReleaseState.PUBLISHED, Optional.of(newLabel), Optional.of(by), Optional.of(at));
  }

  public ReleaseLife superseded() {
    return new ReleaseLife(ReleaseState.SUPERSEDED, label, publishedBy, publishedAt);
  }

  static ReleaseLife parse(String file, String text) {
    var node =
        YamlNode.parse(file, text).allowOnly("state", "label", "published_by", "published_at");
    return new ReleaseLife(
        node.code("state", ReleaseState.class),
        node.optionalText("label"),
        node.optionalText("published_by"),
        node.optionalText("published_at").map(at -> instant(file, at)));
  }

  Map<String, Object> toYaml() {
    var map = new LinkedHashMap<String, Object>();
    map.put("state", state.name());
    label.ifPresent(text -> map.put("label", text));
    publishedBy.ifPresent(who -> map.put("published_by", who));
    publishedAt.ifPresent(at -> map.put("published_at", at.toString()));
    return map;
  }

  static Instant instant(String file, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new DefinitionException(
          file + ": found '" + text + "', expected an instant such as 2026-01-05T00:00:00Z.", e);
    }
  }
}
