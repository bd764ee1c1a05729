package jp.renkei.jobs.gateway.format;

import jp.renkei.warehouse.privacy.CardNumbers;

/** Sees through the ways in which logs and URLs write a character otherwise. */
public final class Escapes {
  private Escapes() {}

  /** True when the text holds a card number, as it stands or behind escapes. */
  public static boolean holdCardNumber(String text) {
    return CardNumbers.found(text) || (mayHide(text) && CardNumbers.found(decoded(text)));
  }

  /** The text with card numbers masked; one with hidden numbers comes back decoded. */
  public static String masked(String text) {
    if (mayHide(text)) {
      String decoded = decoded(text);
      if (CardNumbers.found(decoded)) {
        return CardNumbers.mask(decoded);
      }
    }
    return CardNumbers.mask(text);
  }

  private static boolean mayHide(String text) {
    return text.indexOf('%') >= 0 || text.indexOf('\\') >= 0 || text.indexOf('+') >= 0;
  }

  /** With every %20, +, \x20 and \u0020 as the character that it stands for. */
  static String decoded(String text) {
    var decoded = new StringBuilder(text.length());
    int place = 0;
    while (place < text.length()) {
      char c = text.charAt(place);
      int width = 0;
      if (c == '%') {
        width = 2;
        place++;
      } else if (c == '\\' && place + 1 < text.length()) {
        char kind = text.charAt(place + 1);
        width = kind == 'x' ? 2 : kind == 'u' ? 4 : 0;
        place += width > 0 ? 2 : 0;
      }
      int code = width == 0 ? -1 : hexadecimal(text, place, width);
      if (code >= 0) {
        decoded.append((char) code);
        place += width;
      } else if (width == 0) {
        decoded.append(c == '+' ? ' ' : c);
        place++;
      } else {
        decoded.append(c);
      }
    }
    return decoded.toString();
  }

  private static int hexadecimal(String text, int start, int width) {
    if (start + width > text.length()) {
      return -1;
    }
    int code = 0;
    for (int place = start; place < start + width; place++) {
      int digit = Character.digit(text.charAt(place), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
