package jp.renkei.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every product's samples give the rows that stand beside them. */
class FormatSamplesTest {
  static Collection<String> products() {
    return GatewayFormat.builtIn().keySet();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("products")
  void everySampleGivesItsRows(String product) throws IOException {
    var blocks = new ArrayList<String>();
    for (var sample : FormatSample.of(product)) {
      blocks.add(sample.text(sample.trial(product).results(sample.raw())));
    }
    String text = String.join("\n", blocks);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FormatSample.file(product), text);
    }
    assertThat(FormatSample.file(product))
        .as("remake it with -Dgolden.update=true and read the difference")
        .hasContent(text);
  }

  /** A table of samples that shows good lines only, or has no error in it, tells too little. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("products")
  void everyProductHasGoodAndBadSamples(String product) {
    var samples = FormatSample.of(product);
    assertThat(samples).hasSizeGreaterThanOrEqualTo(5);
    var results = samples.stream().flatMap(sample -> sample.expected().stream()).toList();
    assertThat(results).anyMatch(line -> line.startsWith("ACCEPTED") && line.contains("status=2"));
    assertThat(results).anyMatch(line -> line.startsWith("REJECTED CARD_NUMBER_FOUND"));
    assertThat(results).anyMatch(line -> line.startsWith("REJECTED TRUNCATED_LINE"));
  }
}
