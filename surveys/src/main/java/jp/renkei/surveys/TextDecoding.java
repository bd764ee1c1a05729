package jp.renkei.surveys;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file whose encoding is told by its content alone: UTF-8 with or without a byte
 * order mark, UTF-16 (by mark, or evident from its zero bytes), ISO-2022-JP (by its escapes), CP932
 * or EUC-JP. A charset is taken only when every byte fits it.
 *
 * <p>A text in UTF-8 or UTF-16 stays as it is, character by character. Those that CP932 maps
 * otherwise than JIS does (the wave dash, the minus sign) are read as JIS maps them, so that one
 * table reads equal in all of its encodings.
 */
record TextDecoding(String text, String charset) {
  static final int LARGEST_BYTES = 64 * 1024 * 1024;
  private static final Charset CP932 = Charset.forName("windows-31j");
  private static final Charset EUC_JP = Charset.forName("EUC-JP");
  private static final Charset ISO_2022_JP = Charset.forName("ISO-2022-JP");

  /** Empty when the content is too large or fits no encoding. */
  static Optional<TextDecoding> of(byte[] content) {
    if (content.length > LARGEST_BYTES) {
      return Optional.empty();
    }
    Optional<TextDecoding> decoded;
    if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
      decoded = strictly(content, 3, StandardCharsets.UTF_8);
    } else if (startsWith(content, 0xFF, 0xFE, 0, 0)) {
      return Optional.empty();
    } else if (startsWith(content, 0xFF, 0xFE)) {
      decoded = strictly(content, 2, StandardCharsets.UTF_16LE);
    } else if (startsWith(content, 0xFE, 0xFF)) {
      decoded = strictly(content, 2, StandardCharsets.UTF_16BE);
    } else {
      decoded = withoutMark(content);
    }
    return decoded.map(TextDecoding::folded);
  }

  private static Optional<TextDecoding> withoutMark(byte[] content) {
    Optional<TextDecoding> utf16 = evidentUtf16(content);
    if (utf16.isPresent()) {
      return utf16;
    }
    if (hasJapaneseEscapes(content)) {
      return strictly(content, 0, ISO_2022_JP).or(() -> strictly(content, 0, CP932));
    }
    return strictly(content, 0, StandardCharsets.UTF_8).or(() -> legacy(content));
  }

  private static Optional<TextDecoding> legacy(byte[] content) {
    Optional<TextDecoding> cp932 = strictly(content, 0, CP932);
    Optional<TextDecoding> euc = strictly(content, 0, EUC_JP);
    if (cp932.isEmpty()) {
      return euc;
    }
    if (euc.isEmpty()) {
      return cp932;
    }
    return JapanesePlausibility.isLikelierEuc(cp932.get().text, euc.get().text) ? euc : cp932;
  }

  /**
   * Header names and separators are ASCII, so UTF-16 shows zero bytes, and mostly on one side: the
   * ideographic blank has its zero on the other.
   */
  private static Optional<TextDecoding> evidentUtf16(byte[] content) {
    if (content.length < 4 || content.length % 2 != 0) {
      return Optional.empty();
    }
    int looked = Math.min(content.length, 4096) & ~1;
    int zerosEven = 0;
    int zerosOdd = 0;
    for (int i = 0; i < looked; i += 2) {
      zerosEven += content[i] == 0 ? 1 : 0;
      zerosOdd += content[i + 1] == 0 ? 1 : 0;
    }
    // A text that begins with an ASCII header needs less of them than one all in Japanese.
    int units = looked / 2;
    int enoughEven = content[0] == 0 ? units / 10 : units / 3;
    int enoughOdd = content[1] == 0 ? units / 10 : units / 3;
    if (zerosOdd > enoughOdd && zerosOdd > 3 * zerosEven) {
      return strictly(content, 0, StandardCharsets.UTF_16LE);
    }
    if (zerosEven > enoughEven && zerosEven > 3 * zerosOdd) {
      return strictly(content, 0, StandardCharsets.UTF_16BE);
    }
    return Optional.empty();
  }

  private static boolean hasJapaneseEscapes(byte[] content) {
    for (int i = 0; i + 2 < content.length; i++) {
      boolean isEscape = content[i] == 0x1B && content[i + 1] == '$';
      if (isEscape && (content[i + 2] == 'B' || content[i + 2] == '@')) {
        return true;
      }
    }
    return false;
  }

  private static Optional<TextDecoding> strictly(byte[] content, int from, Charset charset) {
    try {
      var text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content, from, content.length - from))
              .toString();
      return Optional.of(new TextDecoding(text, charset.name()));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private TextDecoding folded() {
    if (StandardCharsets.UTF_8.name().equals(charset) || charset.startsWith("UTF-16")) {
      return this;
    }
    String jisWay =
        text.replace('\uff5e', '\u301c')
            .replace('\uff0d', '\u2212')
            .replace('\u2225', '\u2016')
            .replace('\u2015', '\u2014')
            .replace('\uffe0', '\u00a2')
            .replace('\uffe1', '\u00a3')
            .replace('\uffe2', '\u00ac');
    return new TextDecoding(jisWay, charset);
  }

  private static boolean startsWith(byte[] content, int... mark) {
    if (content.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((content[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
