package jp.renkei.jobs.gateway.format;

import java.util.List;
import java.util.Optional;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * How a raw value is written, and what it stands for.
 *
 * @param time for times only
 * @param clock for the event time only
 * @param unit for the latency only
 * @param isId an id is no text: one that looks like a card number is stored as a digest, and the
 *     line is taken
 * @param isSecret who knows the value may call the API: only a digest is stored
 * @param isNumberAsText numbers stand in quotes, as some products write them
 * @param list for the client's address only
 * @param absent raw texts that mean "not logged"
 * @param zero raw texts that mean 0
 * @param noAccess raw texts that tell that the line is about no access
 */
public record ValueForm(
    Optional<TimeForm> time,
    Clock clock,
    LatencyUnit unit,
    boolean isId,
    boolean isSecret,
    boolean isNumberAsText,
    AddressList list,
    Marks absent,
    Marks zero,
    Marks noAccess) {

  /** Which moment of a request the event time is. */
  public enum Clock {
    START,
    /** The latency, where it is logged, leads back to the start. */
    END
  }

  /** Of a field of which only the feed knows where it comes from. */
  static ValueForm plain(AccessField field) {
    return new ValueForm(
        Optional.empty(),
        Clock.START,
        LatencyUnit.FEED,
        field == AccessField.REQUEST_ID,
        false,
        false,
        AddressList.NONE,
        new Marks("absent", List.of("", "-")),
        Marks.NONE,
        Marks.NONE);
  }

  static ValueForm parse(AccessField field, YamlNode node) {
    Optional<TimeForm> time =
        node.has("time") ? Optional.of(node.code("time", TimeForm.class)) : Optional.empty();
    if (time.isPresent() != field.isTime()) {
      throw new DefinitionException(
          node.place() + ": 'time' belongs to event_time and end_time, which need it.");
    }
    require(node, "clock", field == AccessField.EVENT_TIME);
    require(node, "unit", field == AccessField.LATENCY_MS);
    require(node, "list", field == AccessField.CLIENT_IP);
    require(node, "secret", field == AccessField.CLIENT_ID);
    require(node, "no_access", field.isWords());
    return new ValueForm(
        time,
        node.has("clock") ? node.code("clock", Clock.class) : Clock.START,
        LatencyUnit.of(node.place(), node.optionalText("unit").orElse("feed")),
        node.flag("id"),
        node.flag("secret"),
        node.flag("number_as_text"),
        node.has("list") ? node.code("list", AddressList.class) : AddressList.NONE,
        new Marks("absent", node.texts("absent")),
        new Marks("zero", node.texts("zero")),
        new Marks("no_access", node.texts("no_access")));
  }

  private static void require(YamlNode node, String key, boolean isInItsPlace) {
    if (node.has(key) && !isInItsPlace) {
      throw new DefinitionException(
          node.place() + ": '" + key + "' does not belong to this field.");
    }
  }

  static List<String> keys() {
    return List.of(
        "time",
        "clock",
        "unit",
        "id",
        "secret",
        "number_as_text",
        "list",
        "absent",
        "zero",
        "no_access");
  }

  /** Whether a raw text means "not logged". */
  boolean isAbsent(String raw) {
    return absent.hold(raw);
  }

  boolean isNoAccess(String raw) {
    return noAccess.hold(raw);
  }

  ValueForm unit(LatencyUnit feedUnit) {
    return unit == LatencyUnit.FEED
        ? new ValueForm(
            time, clock, feedUnit, isId, isSecret, isNumberAsText, list, absent, zero, noAccess)
        : this;
  }
}
