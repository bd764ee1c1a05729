package jp.renkei.jobs;

import static jp.renkei.jobs.Steps.always;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.gateway.FileProblem;
import jp.renkei.jobs.gateway.PseudonymKey;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.Landing;
import jp.renkei.jobs.landing.LandingFolder;
import jp.renkei.jobs.run.PipelineRun;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.jobs.run.Step;
import jp.renkei.jobs.run.Tables;
import jp.renkei.jobs.silver.GatewayFeeds;
import jp.renkei.jobs.silver.GatewayLogs;
import jp.renkei.jobs.silver.LogFileDays;
import jp.renkei.jobs.silver.LogFileTable;
import jp.renkei.jobs.silver.SiteRegisters;
import jp.renkei.jobs.silver.UserHours;
import jp.renkei.jobs.summary.SigningKey;
import jp.renkei.jobs.summary.SummaryFile;
import jp.renkei.surveys.Problem;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What an issuer runs at its own site: the very steps of a {@link Run} that make counts of raw
 * logs, in a warehouse that is deleted at the end, and of each month's counts a signed file.
 */
public final class Summarizing {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int KEY_BYTES = 32;

  /** The steps of a run, behind the reading of logs, that the tables of a summary are made by. */
  private static final Set<String> STEPS =
      Stream.of(
              LogFileTable.TABLE,
              GatewayFeeds.TABLE,
              UserHours.TABLE,
              LogFileDays.TABLE,
              Pipeline.ACCESS_DAILY,
              Pipeline.FETCH_MONTH,
              Pipeline.ISSUER_MONTH_USERS)
          .map(TableName::toString)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * What is asked for.
   *
   * @param logs a folder like landing's {@code gateway/<issuer_id>/}
   * @param register a folder like landing's {@code register/}
   * @param work where the counting is done, in a folder of its own
   */
  public record Request(
      String issuerId,
      Path logs,
      Path register,
      List<YearMonth> months,
      SigningKey key,
      Path out,
      Path work) {
    public Request {
      months = List.copyOf(months);
    }
  }

  /**
   * What it came to.
   *
   * @param files one summary for each month
   * @param refused logs that are in no summary
   * @param registerProblems rows of the registers that were left out
   * @param isKeyKnown whether the register of keys holds the key; empty where it was not given
   */
  public record Outcome(
      List<Path> files,
      long logFiles,
      long lines,
      long accepted,
      long rejected,
      long duplicates,
      List<FileProblem> refused,
      List<Problem> registerProblems,
      Optional<Boolean> isKeyKnown) {
    public Outcome {
      files = List.copyOf(files);
      refused = List.copyOf(refused);
      registerProblems = List.copyOf(registerProblems);
    }
  }

  private final Request request;
  private final SiteRegisters registers;
  private final RunContext context;
  private final Tables tables;

  private Summarizing(
      SparkSession spark,
      Request request,
      SiteRegisters registers,
      Landing landing,
      WarehouseFolder warehouse,
      Clock clock) {
    this.request = request;
    this.registers = registers;
    this.context = new RunContext(warehouse, landing, Optional.empty(), clock, result -> {});
    this.tables = new Tables(spark, warehouse);
  }

  /**
   * Counts and writes; an older summary of the same name in the folder is replaced.
   *
   * @throws DataProblemException when there is nothing to count, or something that is needed is
   *     missing; then no file is written
   */
  public static Outcome run(
      SparkSession spark, Request request, Clock clock, Consumer<String> progress) {
    var registers = SiteRegisters.read(request.register(), request.issuerId());
    var landing = landing(request);
    try {
      Files.createDirectories(request.work());
      Path folder = Files.createTempDirectory(request.work(), "renkei-summarize");
      // Ctrl+C passes no finally by.
      var whenKilled = new Thread(() -> delete(folder));
      Runtime.getRuntime().addShutdownHook(whenKilled);
      try {
        var warehouse = new WarehouseFolder(folder.resolve("warehouse"));
        return new Summarizing(spark, request, registers, landing, warehouse, clock).run(progress);
      } finally {
        delete(folder);
        Runtime.getRuntime().removeShutdownHook(whenKilled);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The logs as they would lie in landing. */
  private static Landing landing(Request request) {
    if (!Files.isDirectory(request.logs())) {
      throw new DataProblemException(
          "ログのフォルダー " + request.logs() + " がありません。--logs を直してください。",
          "Cannot read the folder of logs " + request.logs() + ": there is none. Mend --logs.");
    }
    String prefix = "gateway/" + request.issuerId() + "/";
    var found = LandingFolder.list(request.logs());
    return new Landing(
        found.files().stream()
            .map(
                file ->
                    new LandedFile(
                        file.location(),
                        prefix + file.path(),
                        file.sha256(),
                        file.sizeBytes(),
                        file.modifiedAt(),
                        LandingFolder.kindOf(prefix + file.path())))
            .toList(),
        found.problems().stream().map(problem -> problem.of(prefix + problem.file())).toList());
  }

  private Outcome run(Consumer<String> progress) throws IOException {
    var steps = new ArrayList<Step>();
    steps.add(
        always(
            "gateway logs",
            Set.of(),
            Set.of(LandedSteps.ACCESS, LandedSteps.REJECTED_LINE, LandedSteps.GATEWAY_FILE),
            step -> GatewayLogs.ingest(step, registers.registers(), anyKey())));
    Pipeline.steps().stream().filter(step -> STEPS.contains(step.name())).forEach(steps::add);
    new PipelineRun(tables, context, CodeVersion.code() + CodeVersion.definitions(), progress)
        .run(steps);
    var logFiles = tables.read(LogFileTable.TABLE).collectAsList();
    var written = new ArrayList<Path>();
    var contents = new ArrayList<byte[]>();
    var createdAt =
        OffsetDateTime.ofInstant(context.clock().instant(), JAPAN).truncatedTo(ChronoUnit.SECONDS);
    var content =
        new SummaryContent(
            request.issuerId(), registers.registers(), request.key(), context, tables, createdAt);
    for (var month : request.months()) {
      contents.add(content.of(month, logFiles));
      written.add(request.out().resolve(SummaryFile.nameOf(request.issuerId(), month)));
    }
    Files.createDirectories(request.out());
    for (int index = 0; index < written.size(); index++) {
      write(written.get(index), contents.get(index));
    }
    return new Outcome(
        written,
        logFiles.size(),
        sum(logFiles, "lines"),
        sum(logFiles, "accepted"),
        sum(logFiles, "rejected"),
        sum(logFiles, "duplicates"),
        refused(),
        registers.problems(),
        isKeyKnown(contents));
  }

  /** Users are counted, never told: any key will do, and nobody needs to know it again. */
  private static PseudonymKey anyKey() {
    var bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return PseudonymKey.ofHexadecimal("summarize", HexFormat.of().formatHex(bytes));
  }

  private static long sum(List<Row> rows, String column) {
    return rows.stream().mapToLong(row -> row.<Long>getAs(column)).sum();
  }

  /** What is in no summary: logs that were refused whole, and files that could not be read. */
  private List<FileProblem> refused() {
    return Stream.concat(
            context.gatewayProblems().stream()
                .filter(problem -> problem.code() != FileProblem.Code.SAME_CONTENT),
            context.notTaken().stream()
                .map(
                    problem ->
                        new FileProblem(
                            problem.file(),
                            FileProblem.Code.UNREADABLE,
                            problem.found(),
                            problem.expected().ja(),
                            problem.remedy().ja())))
        .toList();
  }

  private Optional<Boolean> isKeyKnown(List<byte[]> contents) {
    return registers.keys().isEmpty()
        ? Optional.empty()
        : Optional.of(
            SummaryFile.read("", contents.get(0)).signedWith(registers.keys()).isPresent());
  }

  /** Written aside and moved, so that nobody ever hands over half a summary. */
  private static void write(Path file, byte[] content) throws IOException {
    Path aside = file.resolveSibling("." + file.getFileName() + ".part");
    Files.write(aside, content);
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path entry : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
