package jp.renkei.surveys;

/**
 * Tells EUC-JP from CP932 where the bytes fit both. Such bytes read as CP932 are mostly half-width
 * katakana, so the question is whether those make sense.
 */
final class JapanesePlausibility {
  private static final String TAKES_VOICED = "ｳｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ";
  private static final String TAKES_SEMI_VOICED = "ﾊﾋﾌﾍﾎ";

  private JapanesePlausibility() {}

  static boolean isLikelierEuc(String asCp932, String asEuc) {
    if (fullWidthKana(asEuc) > fullWidthKana(asCp932)) {
      return true;
    }
    return !isHalfWidthJapanese(asCp932);
  }

  private static int fullWidthKana(String text) {
    int kana = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      kana += c >= '\u3041' && c <= '\u30fc' ? 1 : 0;
    }
    return kana;
  }

  /** Words of half-width katakana as people write them: no sound mark or long mark out of place. */
  private static boolean isHalfWidthJapanese(String text) {
    char previous = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isWrong =
          switch (c) {
            case 'ﾞ' -> TAKES_VOICED.indexOf(previous) < 0;
            case 'ﾟ' -> TAKES_SEMI_VOICED.indexOf(previous) < 0;
            case 'ｰ', 'ｯ', 'ｬ', 'ｭ', 'ｮ', 'ｧ', 'ｨ', 'ｩ', 'ｪ', 'ｫ' -> !isHalfWidthKana(previous);
            default -> c > '\u007f' && !isHalfWidthKana(c);
          };
      if (isWrong) {
        return false;
      }
      previous = c;
    }
    return true;
  }

  private static boolean isHalfWidthKana(char c) {
    return c >= '\uff61' && c <= '\uff9f';
  }
}
