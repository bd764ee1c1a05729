package jp.renkei.jobs.gateway.format;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Measures what parsing costs, in CPU time of one core: generated lines of the canonical JSON and
 * of the combined format, from memory. Not a test; run its main, when the machine is quiet.
 */
public final class ParsingBenchmark {
  private static final int LINES = 50_000;
  private static final int ROUNDS = 40;
  private static final int WARM_UP_ROUNDS = 20;

  private ParsingBenchmark() {}

  public static void main(String[] arguments) throws LineRejected {
    measure("renkei-jsonl", ParsingBenchmark::json);
    measure("apache-combined", ParsingBenchmark::combined);
    measure("renkei-jsonl", ParsingBenchmark::json);
    measure("apache-combined", ParsingBenchmark::combined);
  }

  /** Makes one line of a log. */
  interface Line {
    String of(Random random, int index);
  }

  static void measure(String product, Line line) throws LineRejected {
    var random = new Random(1);
    List<byte[]> lines = new ArrayList<>();
    long bytes = 0;
    for (int index = 0; index < LINES; index++) {
      byte[] made = line.of(random, index).getBytes(StandardCharsets.UTF_8);
      lines.add(made);
      bytes += made.length;
    }
    var reader = Lines.of(product);
    var threads = ManagementFactory.getThreadMXBean();
    var nanos = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = threads.getCurrentThreadCpuTime();
      for (byte[] each : lines) {
        reader.read(each);
      }
      nanos[round] = threads.getCurrentThreadCpuTime() - start;
    }
    long[] warm = Arrays.copyOfRange(nanos, WARM_UP_ROUNDS, ROUNDS);
    Arrays.sort(warm);
    long median = warm[warm.length / 2];
    System.out.printf(
        "%-20s %5d ns a line, %4.0f MB/s of CPU (median of %d rounds of %d lines)%n",
        product, median / LINES, bytes * 1e3 / median, warm.length, LINES);
  }

  static String json(Random random, int index) {
    return ("{\"event_time\":\"2026-01-05T09:%02d:%02d.%03d+09:00\",\"client_id\":\"client-%04d\",\"method\":\"GET\","
            + "\"path\":\"/v1/statements/%d\",\"status\":%d,\"latency_ms\":%.1f,\"bytes_out\":%d,\"user\":\"%016x\","
            + "\"request_id\":\"%016x%04x\",\"client_ip\":\"192.0.2.%d\",\"user_agent\":\"sample-app/1.%d (fictitious)\","
            + "\"attended\":true,\"environment\":\"prod\"}")
        .formatted(
            index / 60 % 60,
            index % 60,
            random.nextInt(1_000),
            random.nextInt(20),
            random.nextInt(100_000),
            random.nextInt(50) == 0 ? 500 : 200,
            random.nextInt(20_000) / 10.0,
            random.nextInt(10_000),
            random.nextInt(50_000),
            random.nextLong(),
            index & 0xffff,
            random.nextInt(256),
            random.nextInt(40));
  }

  static String combined(Random random, int index) {
    return ("192.0.2.%d - user%05d [05/Jan/2026:09:%02d:%02d +0900] \"GET /statement/%d?month=2026-01 HTTP/1.1\" %d %d"
            + " \"https://example.jp/login\" \"Sample/5.0 (fictitious; build %d) like Other/1.%d\"")
        .formatted(
            random.nextInt(256),
            random.nextInt(50_000),
            index / 60 % 60,
            index % 60,
            random.nextInt(100_000),
            random.nextInt(50) == 0 ? 500 : 200,
            random.nextInt(10_000),
            random.nextInt(1_000),
            random.nextInt(40));
  }
}
