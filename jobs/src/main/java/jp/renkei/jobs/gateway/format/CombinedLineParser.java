package jp.renkei.jobs.gateway.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.jobs.gateway.format.TextFields.Slot;

/**
 * One line of the combined or common log format, cut by hand: {@code [vhost] host ident user [time]
 * "request" status bytes ["referer" "agent" [more]]}. A request that is no HTTP is a good line; a
 * line that ends inside a quote or before its status is a truncated one.
 */
final class CombinedLineParser implements OneAccessParser {
  private static final String HEAD_JA =
      "アドレス ident 利用者 [日時] \"リクエスト\" で始まる行（例：192.0.2.7 - - [05/Jan/2026:09:00:00 +0900] \"GET / HTTP/1.1\" 200 512）";

  /** A shorter line may be the beginning of a good one. */
  private static final int SHORTEST_HEAD = 64;

  /** A time of the log has 12 of them, seconds since 1970 have 10. */
  private static final int FEWEST_TIME_DIGITS = 10;

  private static final int LONGEST_TIME = 40;

  private final TextFields fields;
  private final Slot vhost;
  private final Slot host;
  private final Slot ident;
  private final Slot user;
  private final Slot time;
  private final Slot request;
  private final Slot status;
  private final Slot bytesSent;
  private final Slot[] quoted;
  private final Completion completion;
  private final FieldValues values;

  CombinedLineParser(List<FieldRule> rules, FieldValues values) {
    this.fields = new TextFields(rules, values);
    this.vhost = fields.slot("vhost");
    this.host = fields.slot("host");
    this.ident = fields.slot("ident");
    this.user = fields.slot("user");
    this.time = fields.slot("time");
    this.request = fields.slot("request");
    this.status = fields.slot("status");
    this.bytesSent = fields.slot("bytes");
    this.quoted = new Slot[] {fields.slot("referer"), fields.slot("agent")};
    this.completion = new Completion(rules);
    this.values = values;
  }

  @Override
  public void parse(byte[] bytes, int start, int end, AccessLine access) throws LineRejected {
    access.clear();
    fields.clear();
    boolean isAscii = values.check().isAscii(bytes, start, end);
    int last = end;
    while (last > start && bytes[last - 1] == ' ') {
      last--;
    }
    String line =
        new String(
            bytes,
            start,
            last - start,
            isAscii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    int place = head(line, access);
    place = quoted(line, place, request, access);
    place = token(line, place, status, access);
    place = token(line, place, bytesSent, access);
    for (Slot slot : quoted) {
      if (place < line.length()) {
        place = any(line, place, slot, access);
      }
    }
    for (int extra = 1; place < line.length(); extra++) {
      place = any(line, place, fields.slotOfExtra("extra" + extra), access);
    }
    fields.finish(access);
    completion.complete(access);
  }

  /** Everything up to the request; gives the place of its quote. */
  private int head(String line, AccessLine access) throws LineRejected {
    int open = openOfTime(line);
    int close = line.indexOf(']', open);
    List<String> tokens = tokens(line, open - 1);
    int first = tokens.size() > 3 && isVirtualHost(tokens) ? 1 : 0;
    fields.set(vhost, first == 1 ? tokens.get(0) : "", access);
    fields.set(host, tokens.get(first), access);
    // Some nginx sites log `address - [time]`, without a user.
    if (tokens.size() > first + 2) {
      fields.set(ident, tokens.get(first + 1), access);
      fields.set(user, String.join(" ", tokens.subList(first + 2, tokens.size())), access);
    }
    fields.set(time, line.substring(open + 1, close), access);
    if (close + 1 >= line.length()) {
      throw truncated("日時で終わる行");
    }
    return close + 1;
  }

  /**
   * The place of the bracket before the time. A user's name may hold brackets and quotes too, so
   * the time is what stands in brackets, looks like a time and has the request's quote behind it;
   * where nothing looks like one, what stands in its place.
   */
  private static int openOfTime(String line) throws LineRejected {
    int inItsPlace = -1;
    int open = line.indexOf('[', 2);
    int close = line.indexOf(']', 3);
    while (open >= 0 && close >= 0) {
      // Each bracket is looked for once, so that a line of many costs no more than a line of few.
      close = close < open ? line.indexOf(']', open) : close;
      if (close < 0) {
        break;
      }
      if (line.charAt(open - 1) == ' ' && isBeforeRequest(line, close)) {
        if (looksLikeTime(line, open + 1, close)) {
          return open;
        }
        inItsPlace = inItsPlace < 0 ? open : inItsPlace;
      }
      open = line.indexOf('[', open + 1);
    }
    boolean isQuotedBefore = inItsPlace >= 0 && line.lastIndexOf('"', inItsPlace) >= 0;
    if (inItsPlace >= 0 && !isQuotedBefore) {
      return inItsPlace;
    }
    if (open > 0 && line.charAt(open - 1) == ' ' && line.indexOf('"') < 0) {
      throw truncated("閉じていない日時");
    }
    if (line.length() < SHORTEST_HEAD && line.indexOf('[') < 0 && line.indexOf('"') < 0) {
      throw truncated("日時なし");
    }
    throw new LineRejected(RejectReason.NOT_COMBINED, "「[日時] \"リクエスト\"」なし", HEAD_JA);
  }

  private static boolean isBeforeRequest(String line, int close) {
    return close + 2 >= line.length() || line.startsWith(" \"", close + 1);
  }

  private static boolean looksLikeTime(String line, int start, int end) {
    if (end - start > LONGEST_TIME) {
      return false;
    }
    int digits = 0;
    for (int place = start; place < end; place++) {
      if (line.charAt(place) == '[') {
        return false;
      }
      digits += line.charAt(place) >= '0' && line.charAt(place) <= '9' ? 1 : 0;
    }
    return digits >= FEWEST_TIME_DIGITS && Character.isDigit(line.charAt(start));
  }

  /** Four words can be a virtual host before the client, or a user name with a blank. */
  private static boolean isVirtualHost(List<String> tokens) {
    String second = tokens.get(1);
    boolean isAddress =
        !second.isEmpty()
            && second.chars().allMatch(c -> c == '.' || c == ':' || Character.digit(c, 16) >= 0)
            && (second.indexOf('.') > 0 || second.indexOf(':') >= 0);
    return isAddress || (tokens.size() == 4 && tokens.get(2).equals("-"));
  }

  private static List<String> tokens(String line, int end) {
    var tokens = new ArrayList<String>(4);
    int start = 0;
    for (int place = 0; place <= end; place++) {
      if (place == end || line.charAt(place) == ' ') {
        tokens.add(line.substring(start, place));
        start = place + 1;
      }
    }
    return tokens;
  }

  private int any(String line, int place, Slot slot, AccessLine access) throws LineRejected {
    return place + 1 < line.length() && line.charAt(place + 1) == '"'
        ? quoted(line, place, slot, access)
        : token(line, place, slot, access);
  }

  private int quoted(String line, int place, Slot slot, AccessLine access) throws LineRejected {
    requireBlank(line, place, slot.name());
    if (place + 1 >= line.length()) {
      throw truncated(slot.name() + "の前で行末");
    }
    if (line.charAt(place + 1) != '"') {
      throw new LineRejected(
          RejectReason.NOT_COMBINED, slot.name() + "の前に引用符なし", "\" で始まる" + slot.name());
    }
    int end = place + 2;
    while (end < line.length() && line.charAt(end) != '"') {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= line.length()) {
      throw truncated(slot.name() + "の引用符が閉じていません");
    }
    fields.set(slot, line.substring(place + 2, end), access);
    return end + 1;
  }

  private int token(String line, int place, Slot slot, AccessLine access) throws LineRejected {
    requireBlank(line, place, slot.name());
    int end = line.indexOf(' ', place + 1);
    end = end < 0 ? line.length() : end;
    if (end == place + 1 && !slot.name().startsWith("extra")) {
      throw truncated(slot.name() + "の前で行末");
    }
    fields.set(slot, line.substring(place + 1, end), access);
    return end;
  }

  private static void requireBlank(String line, int place, String name) throws LineRejected {
    if (place >= line.length()) {
      throw truncated(name + "の前で行末");
    }
    if (line.charAt(place) != ' ') {
      throw new LineRejected(RejectReason.NOT_COMBINED, name + "の前に空白なし", "項目の間に空白一つ");
    }
  }

  private static LineRejected truncated(String found) {
    return new LineRejected(
        RejectReason.TRUNCATED_LINE, found, "最後まである行（例：... \"GET / HTTP/1.1\" 200 512）");
  }
}
