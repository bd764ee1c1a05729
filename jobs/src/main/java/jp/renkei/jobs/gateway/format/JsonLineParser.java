package jp.renkei.jobs.gateway.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;

/** One JSON object a line. */
final class JsonLineParser implements OneAccessParser {
  private final RawFieldTree tree;
  private final RawParts parts;
  private final PlainJsonReader plain;
  private final JsonReader reader;
  private final Completion completion;
  private final FieldValues values;

  JsonLineParser(List<FieldRule> rules, FieldValues values, KeyValueNames keyValueNames) {
    this.parts = new RawParts(rules);
    this.tree = RawFieldTree.of(rules, parts);
    this.completion = new Completion(rules);
    this.values = values;
    this.plain = new PlainJsonReader(tree, values, parts);
    this.reader =
        new JsonReader(
            values,
            parts,
            keyValueNames,
            (json, node) -> {
              throw new IllegalStateException("A line of one record has none inside");
            });
  }

  @Override
  public void parse(byte[] bytes, int start, int end, AccessLine access) throws LineRejected {
    boolean isAscii = values.check().isAscii(bytes, start, end);
    if (!isAscii || !readPlain(bytes, start, end, access)) {
      readAny(bytes, start, end, access);
    }
    parts.finish(values, access);
    completion.complete(access);
  }

  /** Reads a line as nearly all are; false where it is another. */
  boolean readPlain(byte[] bytes, int start, int end, AccessLine access) {
    access.clear();
    parts.clear();
    return plain.read(bytes, start, end, access);
  }

  /** Reads whatever JSON has, and says what is none. */
  void readAny(byte[] bytes, int start, int end, AccessLine access) throws LineRejected {
    access.clear();
    parts.clear();
    requireNoByteOrderMark(bytes, start);
    try (JsonParser json = JsonReader.open(bytes, start, end)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        skipRest(json);
        throw new LineRejected(RejectReason.WRONG_TYPE, "オブジェクトでない値", "1行に一つのJSONオブジェクト");
      }
      reader.object(json, tree, access);
      if (json.nextToken() != null) {
        throw new LineRejected(RejectReason.NOT_JSON, "オブジェクトの後ろに続きあり", "1行に一つのJSONオブジェクト");
      }
    } catch (IOException e) {
      throw JsonReader.rejected(e);
    }
  }

  /** Jackson would pass over it. */
  static void requireNoByteOrderMark(byte[] bytes, int start) throws LineRejected {
    if (bytes[start] == (byte) 0xEF) {
      throw new LineRejected(RejectReason.NOT_JSON, "先頭の { の前に別の文字", "{ で始まる行");
    }
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
}
