package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import jp.renkei.jobs.gateway.classify.ClientAlias;
import jp.renkei.jobs.gateway.classify.Validity;
import jp.renkei.jobs.gateway.format.AccessLine;
import jp.renkei.jobs.gateway.format.Feed;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import jp.renkei.jobs.gateway.format.LineParser;
import jp.renkei.jobs.gateway.format.LineRejected;

/**
 * Measures log ingest without Spark: 1,000,000 generated lines of renkei-jsonl in two files, read
 * by one and by two threads, and where the time goes. Not a test; run its main.
 */
public final class GatewayBenchmark {
  private static final int LINES_PER_FILE = 500_000;
  private static final String FEED =
      """
      product: renkei-jsonl
      front: api
      routes:
        - {template: "/v1/statements/{id}", api_type: STATEMENT_DETAIL}
        - {template: "/v1/points", api_type: POINT_BALANCE}
      """;

  /** On a busy machine the time on the wall says little. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private GatewayBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("gateway-benchmark");
    try {
      var landing = new GatewayLanding(folder.resolve("landing"));
      var files = new ArrayList<GatewayFile>();
      for (int index = 0; index < 2; index++) {
        String path = "gateway/ISS1/api/" + index + ".jsonl";
        landing.put(path, lines(index));
        files.add(
            new GatewayFile(
                landing.file(path),
                "ISS1",
                "api",
                FEED,
                GatewayFormat.builtIn().get("renkei-jsonl"),
                "renkei-jsonl",
                "0" + index));
      }
      for (int round = 0; round < 4; round++) {
        linesOnly(files.get(0));
        parseOnly(files.get(0));
        ingest("1 thread", files.subList(0, 1), folder);
        ingest("2 threads", files, folder);
      }
    } finally {
      delete(folder);
    }
  }

  private static void ingest(String name, List<GatewayFile> files, Path folder) throws Exception {
    Path warehouse = folder.resolve("warehouse");
    var aliases = new ArrayList<ClientAlias>();
    for (int agent = 0; agent < 15; agent++) {
      aliases.add(
          new ClientAlias(
              "ISS1",
              "client-%04d".formatted(agent),
              "AGT" + agent,
              new Validity(Integer.MIN_VALUE, Integer.MAX_VALUE)));
    }
    var shared =
        SharedInputs.of(
            warehouse.toString(),
            new AccessRegisters(Set.of("ISS1"), aliases, List.of()),
            PseudonymKey.ofHexadecimal("benchmark", "00112233445566778899aabbccddeeff"));
    var pool = Executors.newFixedThreadPool(files.size());
    try {
      long start = System.nanoTime();
      var tasks = new ArrayList<Callable<TaskOutcome>>();
      var cpuNanos = new AtomicLong();
      for (var file : files) {
        tasks.add(
            () -> {
              long before = THREADS.getCurrentThreadCpuTime();
              var outcome = GatewayTask.run(LogPart.whole(file), shared);
              cpuNanos.addAndGet(THREADS.getCurrentThreadCpuTime() - before);
              return outcome;
            });
      }
      long written = 0;
      long lines = 0;
      for (var outcome : pool.invokeAll(tasks)) {
        written += outcome.get().accessFiles().get(0).sizeBytes();
        lines += outcome.get().accepted();
      }
      report(
          name + " (%d accepted, %d MB written)".formatted(lines, written >> 20),
          start,
          files.stream().mapToLong(file -> file.file().sizeBytes()).sum());
      System.out.printf("%-50s %6.2f s of CPU%n", "", cpuNanos.get() / 1e9);
    } finally {
      pool.shutdownNow();
      delete(warehouse);
    }
  }

  private static void linesOnly(GatewayFile file) throws IOException {
    long start = System.nanoTime();
    long found = 0;
    try (var lines = LogLines.open(file.file().file(), LineParser.LONGEST_LINE)) {
      while (lines.next()) {
        found++;
      }
    }
    report("lines only (" + found + ")", start, file.file().sizeBytes());
  }

  private static void parseOnly(GatewayFile file) throws IOException {
    long start = System.nanoTime();
    var feed = Feed.parse("feed.yaml", FEED);
    var parser =
        GatewayFormat.parse("renkei-jsonl.yaml", file.formatText()).of(feed).parser(feed.zone());
    var sum = new StatusSum();
    try (var lines = LogLines.open(file.file().file(), parser.longestLine())) {
      while (lines.next()) {
        parser.parse(lines.buffer(), lines.start(), lines.end(), sum);
      }
    }
    report("parse only (" + sum.sum + ")", start, file.file().sizeBytes());
  }

  /** Uses what was parsed, so that nothing can be left out. */
  private static final class StatusSum implements LineParser.Taker {
    private long sum;

    @Override
    public void accepted(AccessLine access) {
      sum += access.status;
    }

    @Override
    public void rejected(LineRejected why, int start, int end) {
      throw new IllegalStateException("Made lines are good", why);
    }
  }

  private static void report(String name, long start, long bytes) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%-50s %6.2f s %7.0f MB/s%n", name, seconds, bytes / 1e6 / seconds);
  }

  private static byte[] lines(int seed) {
    var random = new Random(seed);
    var text = new StringBuilder(LINES_PER_FILE * 290);
    for (int index = 0; index < LINES_PER_FILE; index++) {
      int second = index / 6;
      text.append(
          "{\"event_time\":\"2026-01-%02dT%02d:%02d:%02d.%03d+09:00\""
              .formatted(
                  1 + second / 86_400,
                  second / 3_600 % 24,
                  second / 60 % 60,
                  second % 60,
                  random.nextInt(1_000)));
      text.append(",\"client_id\":\"client-%04d\"".formatted(random.nextInt(20)));
      text.append(",\"method\":\"GET\",\"path\":\"/v1/statements/")
          .append(random.nextInt(100_000))
          .append("\",\"status\":")
          .append(random.nextInt(50) == 0 ? 500 : 200)
          .append(",\"latency_ms\":")
          .append(random.nextInt(20_000) / 10.0)
          .append(",\"bytes_out\":")
          .append(random.nextInt(10_000))
          .append(",\"user\":\"%016x\"".formatted(random.nextInt(50_000)))
          .append(",\"request_id\":\"%016x%04x\"".formatted(random.nextLong(), index & 0xffff))
          .append(",\"client_ip\":\"192.0.2.")
          .append(random.nextInt(256))
          .append("\",\"user_agent\":\"sample-app/1.")
          .append(random.nextInt(40))
          .append(" (fictitious)\",\"attended\":")
          .append(random.nextBoolean())
          .append(",\"environment\":\"prod\"}\n");
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
