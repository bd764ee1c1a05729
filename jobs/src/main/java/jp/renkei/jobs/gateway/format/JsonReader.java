package jp.renkei.jobs.gateway.format;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import jp.renkei.jobs.JsonLimits;

/**
 * Walks over JSON as strictly as RFC 8259 has it, with duplicate names refused, and fills in what
 * the format names. All else is walked over; its texts are tested all the same.
 */
final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().streamReadConstraints(JsonLimits.CONSTRAINTS).build();

  private final FieldValues values;
  private final RawParts parts;
  private final KeyValueNames keyValueNames;
  private final RecordTaker records;

  /** Numbers the objects read, so that a name is known to stand twice in one of them. */
  private long objects;

  /**
   * Takes over at what stands in the place of a record, or wraps records and has fields for them.
   */
  interface RecordTaker {
    void record(JsonParser json, RawFieldTree node) throws IOException, LineRejected;
  }

  JsonReader(FieldValues values, RawParts parts, KeyValueNames keyValueNames, RecordTaker records) {
    this.values = values;
    this.parts = parts;
    this.keyValueNames = keyValueNames;
    this.records = records;
  }

  static JsonParser open(byte[] bytes, int start, int end) throws IOException {
    return FACTORY.createParser(bytes, start, end - start);
  }

  /** The bytes of the value at which the parser stands; it then stands behind it. */
  static byte[] copy(JsonParser json) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var generator = FACTORY.createGenerator(bytes)) {
      generator.copyCurrentStructure(json);
    }
    return bytes.toByteArray();
  }

  /** What the parser's complaint means for the line. */
  static LineRejected rejected(IOException e) {
    if (e instanceof JsonEOFException) {
      return new LineRejected(RejectReason.TRUNCATED_LINE, "オブジェクトの途中で行末", "閉じ括弧まである行");
    }
    if (e instanceof InputCoercionException) {
      return new LineRejected(RejectReason.WRONG_TYPE, "桁の多すぎる整数", "18桁以内の整数");
    }
    if (e instanceof StreamConstraintsException) {
      return new LineRejected(RejectReason.TOO_LONG, "長すぎる値、又は深すぎる入れ子", "1MiB以内の値、64段以内の入れ子");
    }
    int column =
        e instanceof JacksonException located && located.getLocation() != null
            ? located.getLocation().getColumnNr()
            : 0;
    return new LineRejected(
        RejectReason.NOT_JSON, "%d文字目にJSONでない文字".formatted(column), "JSON（RFC 8259）");
  }

  /** Reads an object whose opening was read, to its end. */
  void object(JsonParser json, RawFieldTree node, AccessLine access)
      throws IOException, LineRejected {
    long object = ++objects;
    Set<String> unknownNames = null;
    String name = json.nextFieldName();
    while (name != null) {
      RawFieldTree child = node == null ? null : node.child(name);
      if (child == null) {
        unknownNames = unknownNames == null ? new HashSet<>() : unknownNames;
      }
      if (child == null ? !unknownNames.add(name) : !child.isFirstIn(object)) {
        throw duplicateName();
      }
      if (child == null) {
        values.check().text("項目名", name);
      }
      value(json, json.nextToken(), child, access);
      name = json.nextFieldName();
    }
  }

  static LineRejected duplicateName() {
    return new LineRejected(RejectReason.DUPLICATE_FIELD, "二度現れる項目名", "一度ずつの項目名");
  }

  /** Reads an array whose opening was read, to its end. */
  void array(JsonParser json, RawFieldTree node, AccessLine access)
      throws IOException, LineRejected {
    var pairs = node == null || keyValueNames == null ? null : new KeyValues(this, keyValueNames);
    int index = 0;
    for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; index++) {
      var element = node == null ? null : node.element(index);
      if (pairs != null && element == null && token == JsonToken.START_OBJECT) {
        pairs.read(json, node, access);
      } else {
        value(json, token, element, access);
      }
      token = json.nextToken();
    }
  }

  void value(JsonParser json, JsonToken token, RawFieldTree node, AccessLine access)
      throws IOException, LineRejected {
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      structure(json, token, node, access);
    } else if (node == null || !node.isValue()) {
      if (node != null && node.record() != null) {
        records.record(json, node);
        return;
      }
      if (token == JsonToken.VALUE_STRING) {
        values.check().text("取り込まない項目", json.getText());
      }
    } else {
      if (token == JsonToken.VALUE_STRING && !node.mayBeText()) {
        throw FieldValues.wrongType(ruleOf(node), "文字列", "引用符のない数値（例：200）");
      }
      for (var rule : node.rules()) {
        scalar(json, token, rule, access);
      }
      for (var part : node.parts()) {
        part(json, token, part);
      }
    }
  }

  private static FieldRule ruleOf(RawFieldTree node) {
    return node.rules().length > 0 ? node.rules()[0] : node.parts()[0].rule();
  }

  FieldValues values() {
    return values;
  }

  private void structure(JsonParser json, JsonToken token, RawFieldTree node, AccessLine access)
      throws IOException, LineRejected {
    if (node != null && node.isValue() && node.isLeaf()) {
      throw FieldValues.wrongType(
          ruleOf(node), token == JsonToken.START_OBJECT ? "オブジェクト" : "配列", "一つの値");
    }
    boolean isRecord = node != null && node.record() != null;
    if (token == JsonToken.START_ARRAY && !(isRecord && node.element(0) == null)) {
      array(json, node, access);
    } else if (isRecord || (node != null && node.wrapperRules().length > 0)) {
      records.record(json, node);
    } else {
      object(json, node, access);
    }
  }

  private void scalar(JsonParser json, JsonToken token, FieldRule rule, AccessLine access)
      throws IOException, LineRejected {
    switch (token) {
      case VALUE_STRING -> values.text(rule, json.getText(), access);
      case VALUE_NUMBER_INT -> values.number(rule, json.getLongValue(), access);
      case VALUE_NUMBER_FLOAT -> values.decimal(rule, json.getDoubleValue(), access);
      case VALUE_TRUE -> values.truth(rule, true, access);
      case VALUE_FALSE -> values.truth(rule, false, access);
      // A null says as little as a field that is not there.
      default -> {}
    }
  }

  private void part(JsonParser json, JsonToken token, RawParts.Part part)
      throws IOException, LineRejected {
    switch (token) {
      case VALUE_STRING -> parts.text(part, json.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parts.number(part, json.getText());
      case VALUE_TRUE, VALUE_FALSE ->
          throw FieldValues.wrongType(part.rule(), json.getText(), "文字列又は数値");
      default -> {}
    }
  }
}
