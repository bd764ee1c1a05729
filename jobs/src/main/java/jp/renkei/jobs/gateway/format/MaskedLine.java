package jp.renkei.jobs.gateway.format;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be kept of a rejected line: its structure, so that it can be found and understood, and
 * nothing that tells of a person. Kept are the signs that cut a line into fields, the time, the
 * HTTP method, the status, the names of the fields that the format knows, and the words of the
 * routes that the feed declares; of numbers the digits' count, as 9s; of all else that something
 * stood there. So a line may be broken in any way: what is not known is hidden.
 */
public final class MaskedLine {
  private static final String JSON_SIGNS = "{}[]:, \t\"";
  private static final String COMBINED_SIGNS = "[] \t\"";
  private static final int LONGEST_TIME = 40;
  private static final Set<String> LITERALS = Set.of("true", "false", "null", "-");
  private static final Pattern PROTOCOL = Pattern.compile("HTTP/[0-9]([.][0-9])?");
  private static final Pattern STATUS = Pattern.compile("[0-9]{3}");

  private final boolean isJson;
  private final Set<String> names = new HashSet<>();
  private final Set<String> timeNames = new HashSet<>();
  private final Set<String> routeWords = new HashSet<>();

  /**
   * The masks of one feed.
   *
   * @param format as the feed uses it
   */
  public MaskedLine(GatewayFormat format, Feed feed) {
    isJson = format.layout().shape() == LineLayout.Shape.JSON;
    format
        .layout()
        .keyValueNames()
        .ifPresent(pair -> names.addAll(Set.of(pair.key(), pair.value())));
    format.layout().records().forEach(place -> names.addAll(RawFieldTree.names(place)));
    for (var rule : format.fields()) {
      names.addAll(RawFieldTree.names(rule.source().wrapper()));
      for (String from : rule.source().names()) {
        var parts = RawFieldTree.names(from);
        names.addAll(parts);
        if (rule.field().isTime()) {
          timeNames.add(parts.get(parts.size() - 1));
        }
      }
    }
    feed.routes().forEach(route -> route.words().forEach(routeWords::add));
  }

  /** The line masked. */
  public String of(String raw) {
    return isJson ? json(raw) : combined(raw);
  }

  private String json(String raw) {
    var masked = new StringBuilder(raw.length());
    String name = "";
    int place = 0;
    while (place < raw.length()) {
      int end = place + 1;
      if (raw.charAt(place) == '"') {
        end = endOfText(raw, place + 1);
        String text = raw.substring(place + 1, end);
        boolean isName = isFollowedByColon(raw, end);
        masked.append('"').append(isName ? name(text) : text(name, text));
        masked.append(end < raw.length() ? "\"" : "");
        name = isName ? text : "";
        end++;
      } else if (JSON_SIGNS.indexOf(raw.charAt(place)) >= 0) {
        masked.append(raw.charAt(place));
      } else {
        end = endOfWord(raw, place, JSON_SIGNS);
        masked.append(bare(raw.substring(place, end)));
      }
      place = end;
    }
    return masked.toString();
  }

  private static int endOfText(String raw, int start) {
    int end = start;
    while (end < raw.length() && raw.charAt(end) != '"') {
      end += raw.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end, raw.length());
  }

  private static boolean isFollowedByColon(String raw, int quote) {
    int place = quote + 1;
    while (place < raw.length() && raw.charAt(place) == ' ') {
      place++;
    }
    return place < raw.length() && raw.charAt(place) == ':';
  }

  private String name(String text) {
    return names.contains(text) ? text : MaskedValue.HIDDEN;
  }

  private String text(String name, String text) {
    if (text.isEmpty() || (timeNames.contains(name) && MaskedValue.isTime(text))) {
      return text;
    }
    return text.charAt(0) == '/'
        ? path(text)
        : HttpMethods.hold(text) || names.contains(text) ? text : MaskedValue.HIDDEN;
  }

  private String combined(String raw) {
    var masked = new StringBuilder(raw.length());
    int place = 0;
    while (place < raw.length()) {
      int end = place + 1;
      char c = raw.charAt(place);
      if (c == '[' && isTimeInBrackets(raw, place)) {
        end = raw.indexOf(']', place) + 1;
        masked.append(raw, place, end);
      } else if (COMBINED_SIGNS.indexOf(c) >= 0) {
        masked.append(c);
      } else {
        end = endOfWord(raw, place, COMBINED_SIGNS);
        String word = raw.substring(place, end);
        // The status stands behind the request's closing quote.
        boolean isStatus = raw.startsWith("\" ", place - 2) && STATUS.matcher(word).matches();
        masked.append(isStatus ? word : bare(word));
      }
      place = end;
    }
    return masked.toString();
  }

  private static boolean isTimeInBrackets(String raw, int open) {
    int close = raw.indexOf(']', open);
    return close > 0
        && close - open <= LONGEST_TIME
        && MaskedValue.isTime(raw.substring(open + 1, close));
  }

  private static int endOfWord(String raw, int start, String signs) {
    int end = start + 1;
    while (end < raw.length() && signs.indexOf(raw.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private String bare(String word) {
    boolean isKnown =
        LITERALS.contains(word) || HttpMethods.hold(word) || PROTOCOL.matcher(word).matches();
    return isKnown ? word : word.charAt(0) == '/' ? path(word) : MaskedValue.of(word);
  }

  private String path(String text) {
    String path = text;
    String rest = "";
    for (int place = 0; place < text.length() && rest.isEmpty(); place++) {
      if (text.charAt(place) == '?' || text.charAt(place) == '#') {
        path = text.substring(0, place);
        rest = text.charAt(place) + MaskedValue.HIDDEN;
      }
    }
    var masked = new StringBuilder();
    for (String segment : path.substring(1).split("/", -1)) {
      masked
          .append('/')
          .append(segment.isEmpty() || routeWords.contains(segment) ? segment : MaskedValue.HIDDEN);
    }
    return masked.append(rest).toString();
  }
}
