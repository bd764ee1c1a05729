package jp.renkei.warehouse.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111",
        "4222222222222",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111 - 1111 - 1111 - 1111",
        "card=4111111111111111;",
        "番号は４１１１　１１１１　１１１１　１１１１です",
        "2026-01-05 4111 1111 1111 1111 12",
        "5555555555554444",
        "2223003122003222",
        "378282246310005",
        "3530111333300000",
        "30569309025904",
        "6011111111111117",
        "6200000000000005"
      })
  void findsNumbersOfEveryScheme(String text) {
    assertThat(CardNumbers.found(text)).isTrue();
    assertThat(CardNumbers.found(CardNumbers.mask(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4111111111111112",
        "411111111111111",
        "41111111111111111111",
        "1767571200123",
        "4111.1111.1111.1111",
        "4111    1111 1111 1111",
        "0000000000000000",
        "2026-01-05T09:00:00.123+09:00"
      })
  void leavesOtherDigitsAlone(String text) {
    assertThat(CardNumbers.found(text)).isFalse();
    assertThat(CardNumbers.mask(text)).isSameAs(text);
  }

  @Test
  void keepsTheLastFourDigitsOnly() {
    assertThat(CardNumbers.mask("a 4111-1111-1111-1111 b")).isEqualTo("a ****-****-****-1111 b");
    assertThat(CardNumbers.mask("5555555555554444,4222222222222"))
        .isEqualTo("************4444,*********2222");
  }

  @Test
  void staysQuickOnTextsMadeToBeSlow() {
    String hostile = "4 ".repeat(2_000_000);
    long started = System.nanoTime();
    assertThat(CardNumbers.found(CardNumbers.mask(hostile))).isFalse();
    assertThat(System.nanoTime() - started).isLessThan(5_000_000_000L);
  }

  @Property(tries = 3000)
  void agreesWithTheObviousAlgorithm(@ForAll("digitsAndGaps") String text) {
    assertThat(CardNumbers.found(text)).isEqualTo(obvious(text));
  }

  @Property(tries = 3000)
  void leavesNothingToFind(@ForAll("digitsAndGaps") String text) {
    String masked = CardNumbers.mask(text);
    assertThat(obvious(masked)).isFalse();
    assertThat(masked).hasSameSizeAs(text);
    assertThat(masked.equals(text)).isEqualTo(!obvious(text));
  }

  @Provide
  Arbitrary<String> digitsAndGaps() {
    Arbitrary<String> parts =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, Arbitraries.strings().numeric().ofMaxLength(8)),
            net.jqwik.api.Tuple.of(
                3,
                Arbitraries.of("4111111111111111", "411111111111", "378282246310005", "4", "62")),
            net.jqwik.api.Tuple.of(4, Arbitraries.of(" ", "-", "  ", "    ", "x", "　", "５")));
    return parts.list().ofMaxSize(14).map(list -> String.join("", list));
  }

  /** Tries every pair of group starts and ends on the text as a list of groups. */
  private static boolean obvious(String text) {
    var groups = new ArrayList<String>();
    var gaps = new ArrayList<String>();
    for (String piece : text.split("(?<=[0-9０-９])(?![0-9０-９])|(?<![0-9０-９])(?=[0-9０-９])")) {
      if (piece.matches("[0-9０-９]+")) {
        if (groups.size() == gaps.size() + 1) {
          gaps.add("");
        }
        groups.add(java.text.Normalizer.normalize(piece, java.text.Normalizer.Form.NFKC));
      } else if (!groups.isEmpty()) {
        gaps.add(piece);
      }
    }
    for (int from = 0; from < groups.size(); from++) {
      var digits = new StringBuilder(groups.get(from));
      for (int to = from; to < groups.size(); to++) {
        if (to > from) {
          if (!gaps.get(to - 1).matches("[ \\-　]{1,3}")) {
            break;
          }
          digits.append(groups.get(to));
        }
        if (isCard(digits.toString())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isCard(String digits) {
    var schemes =
        List.of(
            "4(\\d{12}|\\d{15}|\\d{18})",
            "5[1-5]\\d{14}",
            "2(22[1-9]|2[3-9]\\d|[3-6]\\d\\d|7[01]\\d|720)\\d{12}",
            "3[47]\\d{13}",
            "35(2[89]|[3-8]\\d)\\d{12,15}",
            "30[0-5]\\d{11,16}",
            "3[689]\\d{12,17}",
            "6011\\d{12,15}",
            "64[4-9]\\d{13,16}",
            "65\\d{14,17}",
            "62\\d{14,17}");
    if (schemes.stream().noneMatch(digits::matches)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted / 10 + weighted % 10;
    }
    return sum % 10 == 0;
  }
}
