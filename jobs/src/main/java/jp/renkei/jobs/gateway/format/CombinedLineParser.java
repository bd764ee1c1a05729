package jp.renkei.jobs.gateway.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the combined or common log format, cut by hand: {@code [vhost] host ident user [time]
 * "request" status bytes ["referer" "agent" [more]]}. A request that is no HTTP is a good line; a
 * line that ends inside a quote or before its status is a truncated one.
 */
final class CombinedLineParser implements LineParser {
  private static final List<String> QUOTED = List.of("referer", "agent");

  private final Map<String, FieldRule[]> rules = new HashMap<>();
  private final RequiredFields required;
  private final FieldValues values;

  CombinedLineParser(List<FieldRule> rules, FieldValues values) {
    for (var rule : rules) {
      this.rules.merge(
          rule.from(), new FieldRule[] {rule}, (left, right) -> new FieldRule[] {left[0], rule});
    }
    this.required = new RequiredFields(rules);
    this.values = values;
  }

  @Override
  public void parse(byte[] bytes, int start, int end, AccessLine access) throws LineRejected {
    access.clear();
    boolean isAscii = values.check().isAscii(bytes, start, end);
    String line =
        new String(
            bytes,
            start,
            end - start,
            isAscii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    int place = head(line, access);
    place = quoted(line, place, "request", access);
    place = token(line, place, "status", access);
    place = token(line, place, "bytes", access);
    for (String name : QUOTED) {
      if (place < line.length()) {
        place = any(line, place, name, access);
      }
    }
    for (int extra = 1; place < line.length(); extra++) {
      place = any(line, place, "extra" + extra, access);
    }
    required.check(access);
  }

  /** Everything up to the request; gives the place of its quote. */
  private int head(String line, AccessLine access) throws LineRejected {
    int open = line.indexOf('[');
    int close = open < 0 ? -1 : line.indexOf(']', open);
    int quote = line.indexOf('"');
    if (open < 0 || (quote >= 0 && quote < open) || open < 2 || line.charAt(open - 1) != ' ') {
      throw line.length() < 64 && open < 0 && quote < 0
          ? truncated("no [time]")
          : new LineRejected(RejectReason.NOT_COMBINED, "no host before [time]", "host ident user");
    }
    if (close < 0) {
      throw truncated("a time that is not closed");
    }
    if (close + 2 < line.length() && !line.startsWith(" \"", close + 1)) {
      throw new LineRejected(
          RejectReason.NOT_COMBINED, "no request after [time]", "[time] \"request\"");
    }
    List<String> tokens = tokens(line, open - 1);
    int host = tokens.size() > 3 && isVirtualHost(tokens) ? 1 : 0;
    set("vhost", host == 1 ? tokens.get(0) : "", access);
    set("host", tokens.get(host), access);
    // Some nginx sites log `address - [time]`, without a user.
    if (tokens.size() > host + 2) {
      set("ident", tokens.get(host + 1), access);
      set("user", String.join(" ", tokens.subList(host + 2, tokens.size())), access);
    }
    set("time", line.substring(open + 1, close), access);
    if (close + 1 >= line.length()) {
      throw truncated("an end after the time");
    }
    return close + 1;
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

  private int any(String line, int place, String name, AccessLine access) throws LineRejected {
    return place + 1 < line.length() && line.charAt(place + 1) == '"'
        ? quoted(line, place, name, access)
        : token(line, place, name, access);
  }

  private int quoted(String line, int place, String name, AccessLine access) throws LineRejected {
    requireBlank(line, place, name);
    if (place + 1 >= line.length()) {
      throw truncated("an end before " + name);
    }
    if (line.charAt(place + 1) != '"') {
      throw new LineRejected(RejectReason.NOT_COMBINED, "no quote before " + name, "\"" + name);
    }
    int end = place + 2;
    while (end < line.length() && line.charAt(end) != '"') {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= line.length()) {
      throw truncated("a quote that is not closed in " + name);
    }
    set(name, line.substring(place + 2, end), access);
    return end + 1;
  }

  private int token(String line, int place, String name, AccessLine access) throws LineRejected {
    requireBlank(line, place, name);
    int end = line.indexOf(' ', place + 1);
    end = end < 0 ? line.length() : end;
    if (end == place + 1 && !name.startsWith("extra")) {
      throw truncated("an end before " + name);
    }
    set(name, line.substring(place + 1, end), access);
    return end;
  }

  private static void requireBlank(String line, int place, String name) throws LineRejected {
    if (place >= line.length()) {
      throw truncated("an end before " + name);
    }
    if (line.charAt(place) != ' ') {
      throw new LineRejected(
          RejectReason.NOT_COMBINED, "no blank before " + name, "a blank between fields");
    }
  }

  private void set(String name, String raw, AccessLine access) throws LineRejected {
    FieldRule[] mapped = rules.get(name);
    if (mapped == null) {
      values.check().text(name, raw);
      return;
    }
    for (var rule : mapped) {
      values.text(rule, raw, access);
    }
  }

  private static LineRejected truncated(String found) {
    return new LineRejected(RejectReason.TRUNCATED_LINE, found, "a whole line");
  }
}
