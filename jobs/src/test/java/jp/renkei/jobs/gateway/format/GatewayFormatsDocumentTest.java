package jp.renkei.jobs.gateway.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayFormatsDocumentTest {
  private static final Path KEPT = Path.of("../docs/gateway-formats.md");

  private static List<GatewayFormat> formats() {
    var formats = new ArrayList<GatewayFormat>();
    GatewayFormat.builtIn()
        .forEach((product, text) -> formats.add(GatewayFormat.parse(product + ".yaml", text)));
    return formats;
  }

  @Test
  void isTheOneInTheDocuments() throws IOException {
    String document = GatewayFormatsDocument.of(formats());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(KEPT, document);
    }
    assertThat(KEPT)
        .as("docs/gateway-formats.md; remake it with -Dgolden.update=true")
        .hasContent(document);
  }

  /** A format without these cannot be checked by anybody. */
  @Test
  void everyFormatSaysWhereItComesFromAndWhatItsValuesMean() throws IOException {
    for (var format : formats()) {
      String text = GatewayFormat.builtIn().get(format.product());
      assertThat(format.notes().title()).as(format.product()).isNotBlank();
      assertThat(format.notes().documentation()).as(format.product()).isNotEmpty();
      assertThat(format.notes().sandbox()).as(format.product()).isNotBlank();
      assertThat(format.notes().trustedIds()).as(format.product()).isNotBlank();
      assertThat(text).as(format.product()).contains("clock: ");
      for (var rule : format.fields()) {
        boolean isStated =
            rule.field() != AccessField.LATENCY_MS || rule.unit() != LatencyUnit.FEED;
        assertThat(isStated).as("unit of latency of " + format.product()).isTrue();
        boolean isExplained = rule.field() != AccessField.BYTES_OUT || !rule.meaning().isEmpty();
        assertThat(isExplained).as("meaning of bytes of " + format.product()).isTrue();
      }
      assertThat(Path.of("src/test/resources/gateway-samples", format.product() + ".txt")).exists();
    }
    try (var samples = Files.list(Path.of("src/test/resources/gateway-samples"))) {
      assertThat(samples.count()).isEqualTo(formats().size());
    }
  }
}
