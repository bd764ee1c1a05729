package jp.renkei.jobs.gateway.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import jp.renkei.jobs.SharedData;
import jp.renkei.jobs.gateway.format.LineLayout.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format that is JSON is as strict as RFC 8259, with wrappers and lists of keys too. */
class JsonFormatsStrictnessTest {
  private static final Set<String> NO_JSON =
      Set.of("NOT_JSON", "NOT_UTF8", "TRUNCATED_LINE", "TOO_LONG");

  static Collection<String> products() {
    var products = new ArrayList<String>();
    GatewayFormat.builtIn()
        .forEach(
            (product, text) -> {
              var format = GatewayFormat.parse(product + ".yaml", text);
              if (format.layout().shape() == Shape.JSON) {
                products.add(product);
              }
            });
    return products;
  }

  /** The names of the suite tell: n_ is no JSON, y_ is JSON; neither is an access. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("products")
  void agreesWithTheJsonTestSuite(String product) throws IOException {
    Path folder = SharedData.path("hostile/json-test-suite/test_parsing");
    var lines = Lines.of(product);
    var wrong = new ArrayList<String>();
    int tested = 0;
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        if (bytes.length == 0) {
          continue;
        }
        var verdicts = lines.verdicts(bytes);
        boolean isJson = verdicts.stream().noneMatch(NO_JSON::contains);
        boolean isOurs = !name.contains("null") && !name.contains("surrogate");
        boolean isWrong =
            verdicts.isEmpty()
                || verdicts.contains("ACCEPTED")
                || (name.startsWith("n_") && isJson)
                || (name.startsWith("y_") && !isJson && isOurs);
        tested++;
        if (isWrong) {
          wrong.add(name + " " + verdicts);
        }
      }
    }
    assertThat(tested).isGreaterThan(300);
    assertThat(wrong).isEmpty();
  }
}
