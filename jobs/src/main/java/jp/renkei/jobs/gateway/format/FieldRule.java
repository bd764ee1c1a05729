package jp.renkei.jobs.gateway.format;

import java.util.Optional;
import java.util.Set;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * How one field of an access comes from a raw field.
 *
 * @param from the raw field: a name, or a JSON pointer
 * @param time for the event time only
 * @param unit for the latency only
 * @param isId an id is no text, so it is not tested for card numbers
 * @param isNumberAsText numbers stand in quotes, as some products write them
 * @param absent raw texts that mean "not logged"
 * @param zero raw texts that mean 0
 */
public record FieldRule(
    AccessField field,
    String from,
    Optional<TimeForm> time,
    LatencyUnit unit,
    boolean isRequired,
    boolean isId,
    boolean isNumberAsText,
    Set<String> absent,
    Set<String> zero) {
  private static final int LONGEST_MARK = 8;

  public FieldRule {
    if (absent.stream().anyMatch(mark -> mark.length() > LONGEST_MARK)) {
      throw new DefinitionException(
          "%s: absent: found %s, expected marks of at most %d characters."
              .formatted(field.key(), absent, LONGEST_MARK));
    }
  }

  static FieldRule parse(String key, YamlNode node) {
    node.allowOnly("from", "time", "unit", "required", "id", "number_as_text", "absent", "zero");
    var field =
        AccessField.ofKey(key)
            .orElseThrow(
                () ->
                    new DefinitionException(
                        "%s: unknown field '%s'. Known fields: %s."
                            .formatted(node.place(), key, AccessField.keys())));
    Optional<TimeForm> time =
        node.has("time") ? Optional.of(node.code("time", TimeForm.class)) : Optional.empty();
    if (time.isPresent() != (field == AccessField.EVENT_TIME)) {
      throw new DefinitionException(
          node.place() + ": 'time' belongs to event_time, which needs it.");
    }
    return new FieldRule(
        field,
        node.text("from"),
        time,
        LatencyUnit.of(node.place(), node.optionalText("unit").orElse("feed")),
        node.flag("required"),
        node.flag("id"),
        node.flag("number_as_text"),
        Set.copyOf(node.texts("absent")),
        Set.copyOf(node.texts("zero")));
  }

  /** A field that only the feed knows of. */
  static FieldRule added(AccessField field, String from) {
    return new FieldRule(
        field,
        from,
        Optional.empty(),
        LatencyUnit.FEED,
        false,
        field == AccessField.REQUEST_ID,
        false,
        Set.of("", "-"),
        Set.of());
  }

  /** Whether a raw text means "not logged"; most texts are too long to, which is soon seen. */
  boolean isAbsent(String raw) {
    return raw.length() <= LONGEST_MARK && absent.contains(raw);
  }

  FieldRule from(String rawField) {
    return new FieldRule(
        field, rawField, time, unit, isRequired, isId, isNumberAsText, absent, zero);
  }

  FieldRule unit(LatencyUnit feedUnit) {
    return unit == LatencyUnit.FEED
        ? new FieldRule(field, from, time, feedUnit, isRequired, isId, isNumberAsText, absent, zero)
        : this;
  }
}
