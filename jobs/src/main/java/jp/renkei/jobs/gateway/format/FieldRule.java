package jp.renkei.jobs.gateway.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.renkei.jobs.gateway.format.RawSource.Combination;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.DefinitionException.InJapanese;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * How one field of an access comes from raw fields.
 *
 * @param isRequired a line without it is rejected
 * @param meaning what a reader must know of it; may be empty
 */
public record FieldRule(
    AccessField field, RawSource source, ValueForm form, boolean isRequired, String meaning) {

  public FieldRule {
    boolean mayBeAround = !isRequired && !field.isTime() && field != AccessField.LATENCY_MS;
    if (!source.wrapper().isEmpty() && !mayBeAround) {
      throw new DefinitionException(
          field.key() + ": 'in' belongs to fields that are neither required nor times.");
    }
  }

  static FieldRule parse(String key, YamlNode node) {
    var known = new ArrayList<>(List.of("in", "required", "meaning"));
    known.addAll(RawSource.KEYS);
    known.addAll(ValueForm.keys());
    node.allowOnly(known.toArray(String[]::new));
    var field = field(key, node);
    return new FieldRule(
        field,
        RawSource.parse(node),
        ValueForm.parse(field, node),
        node.flag("required"),
        node.optionalText("meaning").orElse(""));
  }

  /** The field of a key in {@code fields}. */
  static AccessField field(String key, YamlNode node) {
    return AccessField.ofKey(key)
        .orElseThrow(
            () ->
                new DefinitionException(
                    "%s: unknown field '%s'. Known fields: %s."
                        .formatted(node.place(), key, AccessField.keys()),
                    new InJapanese("fields：" + key, "次のいずれか：" + AccessField.keys())));
  }

  /** A field that only the feed knows of. */
  static FieldRule added(AccessField field, String from) {
    return new FieldRule(field, RawSource.of(from), ValueForm.plain(field), false, "");
  }

  /** The raw field, as messages show it. */
  String from() {
    return source.shown();
  }

  boolean isOfOne() {
    return source.combination() == Combination.ONE;
  }

  Optional<TimeForm> time() {
    return form.time();
  }

  LatencyUnit unit() {
    return form.unit();
  }

  boolean isNumberAsText() {
    return form.isNumberAsText();
  }

  boolean isNumber() {
    return field.isNumber() || (field.isTime() && time().orElseThrow().isNumber());
  }

  /** Whether JSON may have a text for it. */
  boolean mayBeText() {
    return !isNumber()
        || isNumberAsText()
        || unit() == LatencyUnit.WRITTEN
        || source.combination() == Combination.JOIN;
  }

  FieldRule from(String rawField) {
    return new FieldRule(field, RawSource.of(rawField), form, isRequired, meaning);
  }

  FieldRule unit(LatencyUnit feedUnit) {
    return unit() == LatencyUnit.FEED
        ? new FieldRule(field, source, form.unit(feedUnit), isRequired, meaning)
        : this;
  }

  /** The same for a field that must be there. */
  FieldRule required() {
    return new FieldRule(field, source, form, true, meaning);
  }
}
