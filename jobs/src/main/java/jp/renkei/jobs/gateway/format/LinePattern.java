package jp.renkei.jobs.gateway.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.DefinitionException.InJapanese;

/**
 * How a product writes a line of text, as its format file declares it: {@code {address} [{time}]
 * "{request}" {status}}. A raw field is one word; between quotes or brackets, or as {@code
 * {+name}}, it may hold blanks; {@code {*}} at the end stands for whatever else there is. What
 * stands between raw fields stands in the line too. One look ahead, never back.
 */
final class LinePattern {
  private static final Pattern FIELD = Pattern.compile("\\{([+*]?)([a-z][a-z0-9_]*)?}");

  private final List<Piece> pieces;
  private final Escape escape;

  /** How a quote inside a quoted field is written. */
  public enum Escape {
    /** As it is: the field ends where the pattern goes on. */
    NONE,
    /** Behind a backslash. */
    BACKSLASH
  }

  private enum Extent {
    WORD,
    WORDS,
    REST,
    /** No field: the end of the pattern. */
    NOTHING
  }

  /**
   * A raw field.
   *
   * @param before what stands before it
   */
  private record Piece(String before, String name, Extent extent) {}

  /** Takes the raw fields of a line in their order. */
  interface Taker {
    void field(int index, String raw) throws LineRejected;
  }

  private LinePattern(List<Piece> pieces, Escape escape) {
    this.pieces = List.copyOf(pieces);
    this.escape = escape;
  }

  static LinePattern parse(String place, String text, Escape escape) {
    var pieces = new ArrayList<Piece>();
    var fields = FIELD.matcher(text);
    int end = 0;
    while (fields.find()) {
      String before = text.substring(end, fields.start());
      boolean isRest = fields.group(1).equals("*");
      boolean isWrong =
          isRest != (fields.group(2) == null)
              || (isRest && fields.end() < text.length())
              || (before.isEmpty() && !pieces.isEmpty() && !isRest);
      if (isWrong) {
        throw wrong(place, fields.group());
      }
      end = fields.end();
      boolean isEnclosed = before.endsWith("\"") || before.endsWith("[");
      pieces.add(
          new Piece(
              before,
              isRest ? "残り" : fields.group(2),
              isRest
                  ? Extent.REST
                  : isEnclosed || fields.group(1).equals("+") ? Extent.WORDS : Extent.WORD));
    }
    String rest = text.substring(end);
    if (pieces.isEmpty() || rest.indexOf('{') >= 0) {
      throw wrong(place, rest);
    }
    pieces.add(new Piece(rest, "", Extent.NOTHING));
    return new LinePattern(pieces, escape);
  }

  private static DefinitionException wrong(String place, String found) {
    return new DefinitionException(
        place
            + ": found '"
            + found
            + "', expected raw fields as {name} or {+name} with something between them, and {*} at the end only.",
        new InJapanese(found, "{name} 又は {+name} と、その間の文字。{*} は末尾だけ"));
  }

  /** The raw fields, in their order. */
  List<String> names() {
    return pieces.stream()
        .filter(piece -> piece.extent() != Extent.NOTHING)
        .map(Piece::name)
        .toList();
  }

  /** The signs with which every line begins; empty where it begins with a raw field. */
  String beginning() {
    return pieces.get(0).before();
  }

  /** The length of the text's beginning that this pattern describes, or -1. */
  int prefixOf(String text) {
    try {
      return match(text, (index, raw) -> {});
    } catch (LineRejected e) {
      return -1;
    }
  }

  /** Cuts a whole line into its raw fields. */
  void read(String line, Taker taker) throws LineRejected {
    int end = match(line, taker);
    if (end < line.length()) {
      throw notOfFormat("余分な項目");
    }
  }

  /** Gives the place behind the last literal. */
  private int match(String line, Taker taker) throws LineRejected {
    int place = 0;
    for (int index = 0; ; index++) {
      var piece = pieces.get(index);
      place = behind(line, place, piece.before());
      if (piece.extent() == Extent.NOTHING) {
        return place;
      }
      int end = end(line, place, piece, pieces.get(index + 1).before());
      taker.field(index, line.substring(place, end));
      place = end;
    }
  }

  private static int behind(String line, int place, String literal) throws LineRejected {
    if (line.startsWith(literal, place)) {
      return place + literal.length();
    }
    boolean isCutOff = place > 0 && literal.startsWith(line.substring(place));
    throw isCutOff ? truncated() : notOfFormat("「%s」なし".formatted(literal));
  }

  private int end(String line, int start, Piece piece, String next) throws LineRejected {
    if (piece.extent() == Extent.REST || (next.isEmpty() && piece.extent() == Extent.WORDS)) {
      return line.length();
    }
    if (next.isEmpty()) {
      int blank = line.indexOf(' ', start);
      return blank < 0 ? line.length() : blank;
    }
    int end =
        escape == Escape.BACKSLASH && piece.before().endsWith("\"")
            ? unescaped(line, start, next.charAt(0))
            : line.indexOf(next, start);
    if (end < 0) {
      throw piece.extent() == Extent.WORD && line.indexOf(' ', start) >= 0
          ? notOfFormat("「%s」なし".formatted(next))
          : truncated();
    }
    requireWord(line, start, end, piece);
    return end;
  }

  private static int unescaped(String line, int start, char sign) {
    int end = start;
    while (end < line.length() && line.charAt(end) != sign) {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    return end < line.length() ? end : -1;
  }

  private static void requireWord(String line, int start, int end, Piece piece)
      throws LineRejected {
    int blank = piece.extent() == Extent.WORD ? line.indexOf(' ', start) : -1;
    if (blank >= 0 && blank < end) {
      throw notOfFormat("%s に空白".formatted(piece.name()));
    }
  }

  private static LineRejected truncated() {
    return new LineRejected(RejectReason.TRUNCATED_LINE, "途中で終わる行", "最後まである行");
  }

  private static LineRejected notOfFormat(String found) {
    return new LineRejected(RejectReason.NOT_OF_FORMAT, found, "製品の定義（pattern）の通りの行");
  }
}
