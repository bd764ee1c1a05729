package jp.renkei.jobs.gateway.format;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One JSON object a line, read as strictly as RFC 8259 has it, with duplicate names refused. Fields
 * that the format does not name are walked over; their texts are tested all the same.
 */
final class JsonLineParser implements LineParser {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxNumberLength(1_000)
                  .maxNameLength(1_000)
                  .maxStringLength(1 << 20)
                  .build())
          .build();

  private final RawFieldTree tree;
  private final RequiredFields required;
  private final FieldValues values;

  /** Numbers the objects read, so that a name is known to stand twice in one of them. */
  private long objects;

  JsonLineParser(List<FieldRule> rules, FieldValues values) {
    this.tree = RawFieldTree.of(rules);
    this.required = new RequiredFields(rules);
    this.values = values;
  }

  @Override
  public void parse(byte[] bytes, int start, int end, AccessLine access) throws LineRejected {
    access.clear();
    values.check().isAscii(bytes, start, end);
    if (bytes[start] == (byte) 0xEF) {
      // Jackson would pass over a byte order mark.
      throw new LineRejected(RejectReason.NOT_JSON, "先頭の { の前に別の文字", "{ で始まる行");
    }
    try (JsonParser json = FACTORY.createParser(bytes, start, end - start)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        skipRest(json);
        throw new LineRejected(RejectReason.WRONG_TYPE, "オブジェクトでない値", "1行に一つのJSONオブジェクト");
      }
      object(json, tree, access);
      if (json.nextToken() != null) {
        throw new LineRejected(RejectReason.NOT_JSON, "オブジェクトの後ろに続きあり", "1行に一つのJSONオブジェクト");
      }
    } catch (JsonEOFException e) {
      throw new LineRejected(RejectReason.TRUNCATED_LINE, "オブジェクトの途中で行末", "閉じ括弧まである行");
    } catch (InputCoercionException e) {
      throw new LineRejected(RejectReason.WRONG_TYPE, "桁の多すぎる整数", "18桁以内の整数");
    } catch (StreamConstraintsException e) {
      throw new LineRejected(RejectReason.TOO_LONG, "長すぎる値、又は深すぎる入れ子", "1MiB以内の値、64段以内の入れ子");
    } catch (IOException e) {
      throw notJson(e);
    }
    required.check(access);
  }

  private static LineRejected notJson(IOException e) {
    int column =
        e instanceof JacksonException located && located.getLocation() != null
            ? located.getLocation().getColumnNr()
            : 0;
    return new LineRejected(
        RejectReason.NOT_JSON, "%d文字目にJSONでない文字".formatted(column), "JSON（RFC 8259）");
  }

  /** Reads to the end, so that what is no JSON at all is called that. */
  private static void skipRest(JsonParser json) throws IOException, LineRejected {
    if (json.currentToken() == null) {
      throw new LineRejected(RejectReason.NOT_JSON, "値なし", "1行に一つのJSONオブジェクト");
    }
    int depth = 0;
    JsonToken token = json.currentToken();
    while (token != null) {
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      token = json.nextToken();
      if (depth == 0 && token != null) {
        throw new LineRejected(RejectReason.NOT_JSON, "値の後ろに続きあり", "1行に一つのJSONオブジェクト");
      }
    }
  }

  private void object(JsonParser json, RawFieldTree node, AccessLine access)
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
        throw new LineRejected(RejectReason.DUPLICATE_FIELD, "二度現れる項目名", "一度ずつの項目名");
      }
      if (child == null) {
        values.check().text("項目名", name);
      }
      value(json, json.nextToken(), child, access);
      name = json.nextFieldName();
    }
  }

  private void array(JsonParser json, RawFieldTree node, AccessLine access)
      throws IOException, LineRejected {
    int index = 0;
    for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; index++) {
      value(json, token, node == null ? null : node.child(Integer.toString(index)), access);
      token = json.nextToken();
    }
  }

  private void value(JsonParser json, JsonToken token, RawFieldTree node, AccessLine access)
      throws IOException, LineRejected {
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      if (node != null && node.rules().length > 0) {
        throw FieldValues.wrongType(
            node.rules()[0], token == JsonToken.START_OBJECT ? "オブジェクト" : "配列", "一つの値");
      }
      if (token == JsonToken.START_OBJECT) {
        object(json, node, access);
      } else {
        array(json, node, access);
      }
      return;
    }
    if (node == null || node.rules().length == 0) {
      if (token == JsonToken.VALUE_STRING) {
        values.check().text("取り込まない項目", json.getText());
      }
      return;
    }
    for (var rule : node.rules()) {
      scalar(json, token, rule, access);
    }
  }

  private void scalar(JsonParser json, JsonToken token, FieldRule rule, AccessLine access)
      throws IOException, LineRejected {
    switch (token) {
      case VALUE_STRING -> {
        if (isTypedAsNumber(rule) && !rule.isNumberAsText()) {
          throw FieldValues.wrongType(rule, "文字列", "引用符のない数値（例：200）");
        }
        values.text(rule, json.getText(), access);
      }
      case VALUE_NUMBER_INT -> values.number(rule, json.getLongValue(), access);
      case VALUE_NUMBER_FLOAT -> values.decimal(rule, json.getDoubleValue(), access);
      case VALUE_TRUE -> values.truth(rule, true, access);
      case VALUE_FALSE -> values.truth(rule, false, access);
      // A null says as little as a field that is not there.
      default -> {}
    }
  }

  private static boolean isTypedAsNumber(FieldRule rule) {
    return rule.field().isNumber()
        || rule.time()
            .filter(time -> time == TimeForm.EPOCH_SECONDS || time == TimeForm.EPOCH_MILLISECONDS)
            .isPresent();
  }
}
