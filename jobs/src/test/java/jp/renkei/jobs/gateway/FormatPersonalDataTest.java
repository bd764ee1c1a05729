package jp.renkei.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import jp.renkei.jobs.gateway.format.AccessField;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In every format: what tells of a person is not stored, wherever it stands in a line. */
class FormatPersonalDataTest {
  /** The samples hold these as user, address and query string. */
  private static final List<String> NEVER_STORED =
      List.of("sample.taro", "203.0.113.77", "2001:db8:aa:bb", "SECRETTOKEN");

  private static final List<String> CARD_NUMBERS =
      List.of("4111111111111111", "4111-1111-1111-1111", "5555555555554444", "４１１１１１１１１１１１１１１１");

  static Collection<String> products() {
    return GatewayFormat.builtIn().keySet();
  }

  private static GatewayFormat format(String product) {
    return GatewayFormat.parse(product + ".yaml", GatewayFormat.builtIn().get(product));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("products")
  void storesNoUserNoAddressNoQueryString(String product) {
    var raw = new StringBuilder();
    for (var sample : FormatSample.of(product)) {
      raw.append(sample.raw());
      String results = String.join("\n", sample.trial(product).results(sample.raw()));
      for (String personal : NEVER_STORED) {
        assertThat(results).as(sample.title()).doesNotContain(personal);
      }
    }
    var fields = format(product).fields().stream().map(rule -> rule.field()).toList();
    assertThat(raw).contains("SECRETTOKEN");
    if (fields.contains(AccessField.USER)) {
      assertThat(raw).contains("sample.taro");
    }
    if (fields.contains(AccessField.CLIENT_IP)) {
      assertThat(raw).contains("203.0.113.77").contains("2001:db8:aa:bb");
    }
  }

  /** A card number in the place of every text of every good sample. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("products")
  void storesNoCardNumberWhateverTextItStandsIn(String product) {
    int planted = 0;
    for (var sample : FormatSample.of(product)) {
      boolean isGood = sample.expected().get(0).startsWith("ACCEPTED");
      if (!isGood || sample.expected().toString().contains("TRUNCATED_LINE")) {
        continue;
      }
      var trial = sample.trial(product);
      for (int[] place : sample.texts(product)) {
        for (String number : CARD_NUMBERS) {
          String line =
              sample.raw().substring(0, place[0]) + number + sample.raw().substring(place[1]);
          var results = trial.results(line);
          String all = String.join("\n", results);
          assertThat(all).as(line).doesNotContain(number);
          // Where nothing is refused, the value became a digest or a pseudonym.
          boolean isRefused = results.stream().anyMatch(result -> result.startsWith("REJECTED"));
          assertThat(isRefused || all.contains("=id-") || all.contains("user_hash="))
              .as(line)
              .isTrue();
          planted++;
        }
      }
    }
    assertThat(planted).isGreaterThan(40);
  }
}
