package jp.renkei.jobs.gateway.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parses single lines in tests, and says in short what came out. */
public final class Lines {
  private final LineParser parser;

  private Lines(LineParser parser) {
    this.parser = parser;
  }

  /** Lines of a built-in product in a feed of its own. */
  public static Lines of(String product, String... feedLines) {
    return ofFormat(product, GatewayFormat.builtIn().get(product), feedLines);
  }

  public static Lines ofFormat(String product, String format, String... feedLines) {
    var feed =
        Feed.parse(
            "feed.yaml",
            "product: " + product + "\nfront: api\n" + String.join("\n", feedLines) + "\n");
    return new Lines(GatewayFormat.parse(product + ".yaml", format).of(feed).parser(feed.zone()));
  }

  /** The one access of a line. */
  public AccessLine read(String line) throws LineRejected {
    return read(line.getBytes(StandardCharsets.UTF_8));
  }

  public AccessLine read(byte[] line) throws LineRejected {
    var one = new One();
    parse(line, one);
    if (one.why != null) {
      throw one.why;
    }
    return one.access;
  }

  private static final class One implements LineParser.Taker {
    private AccessLine access;
    private LineRejected why;

    @Override
    public void accepted(AccessLine taken) {
      access = taken;
    }

    @Override
    public void rejected(LineRejected reason, int start, int end) {
      why = reason;
    }
  }

  /** For every record of a line in its order the reason code, or ACCEPTED. */
  public List<String> verdicts(byte[] line) {
    var verdicts = new ArrayList<String>();
    parse(
        line,
        new LineParser.Taker() {
          @Override
          public void accepted(AccessLine access) {
            verdicts.add("ACCEPTED");
          }

          @Override
          public void rejected(LineRejected why, int start, int end) {
            verdicts.add(why.reason().name());
          }
        });
    return verdicts;
  }

  public List<String> verdicts(String line) {
    return verdicts(line.getBytes(StandardCharsets.UTF_8));
  }

  /** The reason code, or ACCEPTED, of a line with one record. */
  public String verdict(byte[] line) {
    return String.join(" ", verdicts(line));
  }

  public String verdict(String line) {
    return verdict(line.getBytes(StandardCharsets.UTF_8));
  }

  private void parse(byte[] line, LineParser.Taker taker) {
    try {
      parser.parse(line, 0, line.length, taker);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
