package jp.renkei.jobs.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Made lines of renkei-jsonl for measuring, about 270 bytes each: eleven fields, 50,000 users, 300
 * clients, 100,000 paths. The same number of lines gives the same bytes.
 */
public final class IngestLines {
  private static final int FILES = 8;
  private static final String FEED =
      """
      product: renkei-jsonl
      front: api
      routes:
        - {template: "/v1/statements/{id}", api_type: STATEMENT_DETAIL}
        - {template: "/v1/points", api_type: POINT_BALANCE}
      """;

  private IngestLines() {}

  /** Writes a landing folder with eight files of one feed, one behind the other in time. */
  public static void write(Path landing, int lines) throws IOException {
    Path feed = Files.createDirectories(landing.resolve("gateway/ISS001/api"));
    Files.writeString(feed.resolve("feed.yaml"), FEED);
    for (int file = 0; file < FILES; file++) {
      try (var out =
          new BufferedOutputStream(Files.newOutputStream(feed.resolve(file + ".jsonl")))) {
        write(out, (long) lines * file / FILES, (long) lines * (file + 1) / FILES);
      }
    }
  }

  private static void write(OutputStream out, long from, long to) throws IOException {
    var random = new Random(from);
    var text = new StringBuilder();
    for (long index = from; index < to; index++) {
      long second = index / 60;
      text.setLength(0);
      text.append("{\"event_time\":\"2026-01-");
      two(text, 1 + second / 86_400).append('T');
      two(text, second / 3_600 % 24).append(':');
      two(text, second / 60 % 60).append(':');
      two(text, second % 60).append('.').append(100 + random.nextInt(900));
      text.append("+09:00\",\"client_id\":\"client-").append(1_000 + random.nextInt(300));
      text.append("\",\"method\":\"GET\",\"path\":\"/v1/statements/")
          .append(random.nextInt(100_000));
      text.append("\",\"status\":").append(random.nextInt(50) == 0 ? 500 : 200);
      text.append(",\"latency_ms\":").append(random.nextInt(20_000) / 10.0);
      text.append(",\"bytes_out\":").append(random.nextInt(10_000));
      text.append(",\"user\":\"u").append(1_000_000 + random.nextInt(50_000));
      text.append("\",\"request_id\":\"").append(Long.toHexString(random.nextLong() | 1L << 63));
      text.append("\",\"client_ip\":\"192.0.2.").append(random.nextInt(256));
      text.append("\",\"user_agent\":\"sample-app/1.").append(random.nextInt(40));
      text.append(" (fictitious)\"}\n");
      out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static StringBuilder two(StringBuilder text, long number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
