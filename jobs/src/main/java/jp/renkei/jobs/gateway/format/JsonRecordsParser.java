package jp.renkei.jobs.gateway.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * One JSON value a line, with several records inside: an array, or a wrapper. Every record counts
 * by itself: a bad one costs no other. Where the JSON breaks, the records before stand, and all
 * behind is one rejected rest. For one thread.
 */
final class JsonRecordsParser implements LineParser {
  /** A collector writes some thousand records a line. */
  private static final int LONGEST = 64 << 20;

  private final RawFieldTree line;
  private final RawParts parts;
  private final JsonReader reader;
  private final Completion completion;
  private final FieldValues values;
  private final Prefixes prefixes;

  /** Used again for every line. */
  private final List<JsonRecord> records = new ArrayList<>();

  private int count;

  JsonRecordsParser(
      List<String> places,
      List<FieldRule> rules,
      FieldValues values,
      KeyValueNames keyValueNames,
      Prefixes prefixes) {
    this.parts = new RawParts(rules);
    this.line = RawFieldTree.ofLine(places, rules, parts);
    this.completion = new Completion(rules);
    this.values = values;
    this.prefixes = prefixes;
    this.reader = new JsonReader(values, parts, keyValueNames, this::structure);
  }

  @Override
  public boolean holdsSeveral() {
    return true;
  }

  @Override
  public int longestLine() {
    return LONGEST;
  }

  @Override
  public void parse(byte[] bytes, int start, int end, Taker taker) throws IOException {
    count = 0;
    var bad = new BitSet();
    int first = start;
    LineRejected rest = null;
    try {
      first = prefixes.end(bytes, start, end);
      JsonLineParser.requireNoByteOrderMark(bytes, first);
      byte[] text = values.check().readable(bytes, first, end, bad);
      rest = read(text, text == bytes ? first : 0, text == bytes ? end : end - first);
    } catch (LineRejected e) {
      rest = e;
    }
    int restStart = 0;
    boolean isEmpty = true;
    for (int index = 0; index < count; index++) {
      var record = records.get(index);
      if (record.isOpen()) {
        restStart = record.start;
      } else if (!record.isWrapper) {
        isEmpty = false;
        record.refuseBytes(bad);
        tell(record, first, taker);
      }
    }
    if (rest == null && !bad.isEmpty()) {
      rest = new LineRejected(RejectReason.NOT_UTF8, "UTF-8でないバイト", "UTF-8の文字");
    } else if (rest == null && isEmpty) {
      rest = new LineRejected(RejectReason.MISSING_FIELD, "記録のない行", "1件以上の記録のある行");
    }
    if (rest != null) {
      taker.rejected(rest, Math.max(start, first + restStart), end);
    }
  }

  private void tell(JsonRecord record, int first, Taker taker) throws IOException {
    if (record.why == null) {
      taker.accepted(record.access);
    } else {
      taker.rejected(record.why, first + record.start, first + record.end);
    }
  }

  /** Reads all records; gives why the rest of the line is none, or null. */
  private LineRejected read(byte[] bytes, int start, int end) {
    try (JsonParser json = JsonReader.open(bytes, start, end)) {
      JsonToken token = json.nextToken();
      if (token == null) {
        return new LineRejected(RejectReason.NOT_JSON, "値なし", "JSONの記録");
      }
      if (token.isScalarValue()) {
        requireEnd(json);
        return new LineRejected(RejectReason.WRONG_TYPE, "オブジェクトでない値", "JSONの記録");
      }
      reader.value(json, token, line, new AccessLine());
      requireEnd(json);
      return null;
    } catch (LineRejected e) {
      return e;
    } catch (IOException e) {
      return JsonReader.rejected(e);
    }
  }

  private static void requireEnd(JsonParser json) throws IOException, LineRejected {
    if (json.nextToken() != null) {
      throw new LineRejected(RejectReason.NOT_JSON, "値の後ろに続きあり", "1行に一つのJSON");
    }
  }

  private void structure(JsonParser json, RawFieldTree node) throws IOException {
    if (node.record() == null) {
      wrapper(json, node);
    } else {
      record(json, node);
    }
  }

  private void record(JsonParser json, RawFieldTree node) throws IOException {
    int mine = count;
    var record = next();
    record.open(offset(json));
    if (json.currentToken() == JsonToken.START_OBJECT) {
      object(json, node, record, mine);
    } else {
      record.why = new LineRejected(RejectReason.WRONG_TYPE, "オブジェクトでない記録", "記録ごとに一つのオブジェクト");
      json.skipChildren();
    }
    record.close((int) json.currentLocation().getByteOffset());
  }

  private void object(JsonParser json, RawFieldTree node, JsonRecord record, int mine)
      throws IOException {
    parts.clear();
    int depth = depth(json);
    try {
      reader.object(json, node.record(), record.access);
      if (count > mine + 1) {
        record.isWrapper = true;
      } else {
        parts.finish(values, record.access);
        completion.complete(record.access);
      }
    } catch (LineRejected e) {
      record.why = e;
      leave(json, depth);
    }
  }

  /**
   * An object that holds fields for the records inside: they are complete only at its end. Where
   * such a field is bad, none of them can be taken.
   */
  private void wrapper(JsonParser json, RawFieldTree node) throws IOException {
    int before = count;
    int start = offset(json);
    int depth = depth(json);
    var outer = new AccessLine();
    try {
      reader.object(json, node, outer);
    } catch (LineRejected e) {
      var rest = next();
      rest.open(start);
      leave(json, depth);
      rest.close((int) json.currentLocation().getByteOffset());
      for (int index = before; index < count; index++) {
        var record = records.get(index);
        record.why = record.why == null ? e : record.why;
      }
      return;
    }
    for (int index = before; index < count; index++) {
      for (var rule : node.wrapperRules()) {
        records.get(index).access.take(rule.field(), outer);
      }
    }
  }

  private JsonRecord next() {
    if (count == records.size()) {
      records.add(new JsonRecord());
    }
    return records.get(count++);
  }

  private static int offset(JsonParser json) {
    return (int) json.currentTokenLocation().getByteOffset();
  }

  private static int depth(JsonParser json) {
    return json.getParsingContext().getNestingDepth();
  }

  /** Reads to the end of the object that was opened at this depth. */
  private static void leave(JsonParser json, int depth) throws IOException {
    while (depth(json) >= depth && json.currentToken() != null) {
      if (json.nextToken() == null) {
        return;
      }
    }
  }
}
