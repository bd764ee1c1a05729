package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.renkei.jobs.gateway.format.AccessLine;
import jp.renkei.jobs.gateway.format.Escapes;
import jp.renkei.jobs.gateway.format.Feed;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import jp.renkei.jobs.gateway.format.LineParser;
import jp.renkei.jobs.gateway.format.LineRejected;
import jp.renkei.jobs.gateway.format.MaskedLine;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.warehouse.table.TableCatalog;

/**
 * Reads lines of one product as a run would, and says in text what would be stored: of an accepted
 * record the row of {@code silver.access}, of a rejected one what {@code bronze.rejected_line}
 * gets.
 */
final class FormatTrial implements LineParser.Taker {
  /** Columns that say where a row comes from, the same for all. */
  private static final Set<String> LEFT_OUT =
      Set.of("submission_id", "line", "issuer_id", "feed_id", "front", "product", "access_date");

  private static final SharedInputs SHARED =
      SharedInputs.of(
          "unused",
          new AccessRegisters(Set.of("ISS1"), List.of(), List.of()),
          PseudonymKey.ofHexadecimal("test", "00112233445566778899aabbccddeeff"));
  private static final List<String> COLUMNS =
      TableCatalog.builtIn().table(GatewayFile.ACCESS).columns().stream()
          .map(column -> column.name())
          .toList();

  private final LineParser parser;
  private final AccessRows rows;
  private final AccessBatch batch = new AccessBatch();
  private final MaskedLine masked;
  private final List<String> results = new ArrayList<>();
  private byte[] line;

  FormatTrial(String product, String... feedLines) {
    String text = "product: " + product + "\nfront: api\n" + String.join("\n", feedLines) + "\n";
    String formatText = GatewayFormat.builtIn().get(product);
    var given = Feed.parse("feed.yaml", text);
    var format = GatewayFormat.parse(product + ".yaml", formatText).of(given);
    var feed = given.completedBy(format);
    parser = format.parser(feed.zone());
    masked = new MaskedLine(format, feed);
    var log =
        new LandedFile(
            URI.create("file:///a.log"),
            "gateway/ISS1/api/a.log",
            "0".repeat(64),
            0,
            Instant.EPOCH,
            SubmissionKind.GATEWAY);
    rows =
        new AccessRows(
            new GatewayFile(log, "ISS1", "api", text, formatText, product, "00"), feed, SHARED);
  }

  LineParser parser() {
    return parser;
  }

  /** One text for every record of the line. */
  List<String> results(byte[] bytes) {
    results.clear();
    line = bytes;
    try {
      parser.parse(bytes, 0, bytes.length, this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(results);
  }

  List<String> results(String text) {
    return results(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void accepted(AccessLine access) {
    batch.clear();
    batch.add(access, 1);
    var row = rows.of(batch);
    var text = new StringBuilder("ACCEPTED");
    for (int index = 0; index < COLUMNS.size(); index++) {
      Object value = row.value(index, 0);
      if (value != null && !LEFT_OUT.contains(COLUMNS.get(index))) {
        text.append(' ')
            .append(COLUMNS.get(index))
            .append('=')
            .append(shown(COLUMNS.get(index), value));
      }
    }
    results.add(text.toString());
  }

  private static String shown(String column, Object value) {
    if (column.equals("event_at")) {
      long micros = (Long) value;
      return Instant.ofEpochSecond(
              Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L)
          .toString();
    }
    if (column.endsWith("_date")) {
      return LocalDate.ofEpochDay((Integer) value).toString();
    }
    String text = value.toString();
    return text.indexOf(' ') >= 0 ? "'" + text + "'" : text;
  }

  @Override
  public void rejected(LineRejected why, int start, int end) {
    String raw = new String(line, start, end - start, StandardCharsets.UTF_8);
    results.add(
        "REJECTED %s (%s; expected %s) %s"
            .formatted(why.reason(), Escapes.masked(why.found()), why.expected(), masked.of(raw)));
  }
}
