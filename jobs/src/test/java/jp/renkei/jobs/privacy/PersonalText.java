package jp.renkei.jobs.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import jp.renkei.jobs.Sha256;

/**
 * A made-up text that tells of a person; another one for every number, so that what is found says
 * where it was planted.
 *
 * @param traces what must be found nowhere: the text, its telling part, and how else one writes it
 */
public record PersonalText(Kind kind, String text, List<String> traces) {
  /** What a log may hold of a person. */
  public enum Kind {
    CARD,
    CARD_WITH_BLANKS,
    CARD_WITH_HYPHENS,
    CARD_IN_FULL_WIDTH,
    NAME_IN_LATIN,
    NAME_IN_KANJI,
    NAME_IN_KANA,
    POSTAL_ADDRESS,
    TELEPHONE,
    MAIL_ADDRESS,
    BEARER_TOKEN,
    JWT,
    PASSWORD
  }

  private static final String CONSONANTS = "bdghkmnprstwyz";
  private static final String VOWELS = "aeiou";
  private static final String KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノ";

  public static PersonalText of(Kind kind, int number) {
    return switch (kind) {
      case CARD, CARD_WITH_BLANKS, CARD_WITH_HYPHENS, CARD_IN_FULL_WIDTH -> card(kind, number);
      case NAME_IN_LATIN -> latin(kind, "tanaka" + syllables(number));
      case NAME_IN_KANJI -> traced(kind, "山田" + kanji(number) + "子", kanji(number) + "子");
      case NAME_IN_KANA -> traced(kind, "スズキ" + kana(number), kana(number));
      case POSTAL_ADDRESS ->
          traced(
              kind, "東京都千代田区" + kanji(number) + "町1-2-" + number % 100, "区" + kanji(number) + "町");
      case TELEPHONE -> telephone(kind, number);
      case MAIL_ADDRESS ->
          traced(kind, syllables(number) + ".sato@example.jp", syllables(number) + ".sato");
      case BEARER_TOKEN -> traced(kind, "Bearer " + secret(number), secret(number));
      case JWT -> jwt(kind, number);
      case PASSWORD -> traced(kind, "P@ss!" + syllables(number), "ss!" + syllables(number));
    };
  }

  private static PersonalText traced(Kind kind, String text, String... others) {
    var traces = new java.util.ArrayList<>(List.of(others));
    traces.add(text);
    return new PersonalText(kind, text, List.copyOf(traces));
  }

  private static PersonalText latin(Kind kind, String name) {
    return traced(
        kind,
        name,
        name.toUpperCase(Locale.ROOT),
        name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
  }

  private static PersonalText card(Kind kind, int number) {
    String digits = withLuhn("4%014d".formatted(100_000_007L * (number + 1L)));
    String blanks = digits.replaceAll("(.{4})(?!$)", "$1 ");
    String hyphens = blanks.replace(' ', '-');
    var fullWidth = new StringBuilder();
    digits.chars().forEach(digit -> fullWidth.append((char) (digit - '0' + '０')));
    String text =
        switch (kind) {
          case CARD_WITH_BLANKS -> blanks;
          case CARD_WITH_HYPHENS -> hyphens;
          case CARD_IN_FULL_WIDTH -> fullWidth.toString();
          default -> digits;
        };
    // Ten digits of a number are enough to find its owner.
    return new PersonalText(
        kind,
        text,
        List.of(digits, blanks, hyphens, fullWidth.toString(), digits.substring(0, 12)));
  }

  private static String withLuhn(String digits) {
    int sum = 0;
    for (int place = 0; place < digits.length(); place++) {
      int digit = digits.charAt(digits.length() - 1 - place) - '0';
      int doubled = place % 2 == 0 ? 2 * digit : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return digits + (10 - sum % 10) % 10;
  }

  private static PersonalText telephone(Kind kind, int number) {
    long own = 7_919L * (number + 1) % 100_000_000;
    String digits = "090%08d".formatted(own);
    return traced(
        kind,
        "090-%s-%s".formatted(digits.substring(3, 7), digits.substring(7)),
        digits,
        "+8190" + digits.substring(3));
  }

  private static PersonalText jwt(Kind kind, int number) {
    var base64 = Base64.getUrlEncoder().withoutPadding();
    String payload =
        base64.encodeToString(
            "{\"sub\":\"%s\"}".formatted(syllables(number)).getBytes(StandardCharsets.UTF_8));
    return traced(
        kind,
        "eyJhbGciOiJIUzI1NiJ9." + payload + "." + secret(number),
        payload,
        secret(number),
        "eyJhbGciOiJIUzI1NiJ9");
  }

  private static String secret(int number) {
    String hash = Sha256.of("secret " + number);
    // Hexadecimal alone would be what a request id may be.
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(hash.substring(0, 30).getBytes(StandardCharsets.UTF_8));
  }

  /** Five syllables, another five for every number up to 1.6 thousand million. */
  private static String syllables(int number) {
    long rest = (number + 1L) * 1_000_003L % 1_680_700_000L;
    var text = new StringBuilder();
    for (int count = 0; count < 5; count++) {
      text.append(CONSONANTS.charAt((int) (rest % 14)));
      rest /= 14;
      text.append(VOWELS.charAt((int) (rest % 5)));
      rest /= 5;
    }
    return text.toString();
  }

  private static String kanji(int number) {
    return "" + (char) (0x4e00 + number % 2_003) + (char) (0x5a00 + number / 2_003);
  }

  private static String kana(int number) {
    var text = new StringBuilder();
    for (int rest = number, count = 0; count < 5; count++, rest /= KANA.length()) {
      text.append(KANA.charAt(rest % KANA.length()));
    }
    return text.toString();
  }
}
