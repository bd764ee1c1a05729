package jp.renkei.jobs.gateway.format;

import java.nio.charset.StandardCharsets;

/** Parses single lines in tests, and says in short what came out. */
public final class Lines {
  private final LineParser parser;
  private final AccessLine access = new AccessLine();

  private Lines(LineParser parser) {
    this.parser = parser;
  }

  /** Lines of a built-in product in a feed of its own. */
  public static Lines of(String product, String... feedLines) {
    String feedText =
        "product: " + product + "\nfront: api\n" + String.join("\n", feedLines) + "\n";
    return new Lines(
        GatewayFormat.parse(product + ".yaml", GatewayFormat.builtIn().get(product))
            .of(Feed.parse("feed.yaml", feedText))
            .parser(Feed.parse("feed.yaml", feedText).zone()));
  }

  public static Lines ofFormat(String product, String format) {
    var feed = Feed.parse("feed.yaml", "product: " + product + "\nfront: api\n");
    return new Lines(GatewayFormat.parse(product + ".yaml", format).of(feed).parser(feed.zone()));
  }

  public AccessLine read(String line) throws LineRejected {
    return read(line.getBytes(StandardCharsets.UTF_8));
  }

  public AccessLine read(byte[] line) throws LineRejected {
    parser.parse(line, 0, line.length, access);
    return access;
  }

  /** The reason code, or ACCEPTED. */
  public String verdict(byte[] line) {
    try {
      read(line);
      return "ACCEPTED";
    } catch (LineRejected e) {
      return e.reason().name();
    }
  }

  public String verdict(String line) {
    return verdict(line.getBytes(StandardCharsets.UTF_8));
  }
}
