package jp.renkei.jobs.silver;

import static jp.renkei.jobs.bronze.ReceiveFiles.RECEIVED_ROW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.delta.SparkSchema;
import jp.renkei.jobs.gateway.ReadingHashes;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.jobs.summary.SummaryFile;
import jp.renkei.jobs.summary.SummaryHeader;
import jp.renkei.jobs.summary.SummaryTable;
import jp.renkei.jobs.summary.VerificationKey;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import scala.Tuple2;

/** The figures of the issuers' summaries that stand. Each file is read in a task of its own. */
public final class SummarySteps {
  public static final TableName ISSUER_SUMMARY = TableName.of("silver.issuer_summary");
  public static final TableName FINDING = TableName.of("silver.summary_finding");
  private static final TableName ISSUER_KEY = TableName.of("silver.issuer_key");
  private static final TableName AGENT = TableName.of("silver.agent");

  /** All tables that the step writes. */
  public static final Set<TableName> WRITTEN =
      Stream.concat(
              Stream.of(ISSUER_SUMMARY, FINDING),
              Stream.of(SummaryTable.values()).map(kind -> kind.table().name()))
          .collect(Collectors.toUnmodifiableSet());

  private SummarySteps() {}

  /** Gives the contents of files. */
  static List<SummaryVerdict> check(StepRun run, SummaryFiles.Check check) {
    if (check.paths().isEmpty()) {
      return List.of();
    }
    var known =
        JavaSparkContext.fromSparkContext(run.spark().sparkContext())
            .broadcast(
                new SummaryFiles.Check(
                    new HashMap<>(check.paths()), new ArrayList<>(check.keys())));
    return texts(run, check.paths().keySet())
        .map(
            text ->
                SummaryVerdict.of(
                    text._1(),
                    SummaryFile.of(
                        known.value().paths().get(text._1()),
                        new TreeMap<>(ReceivedCsv.cells(text._2()))),
                    known.value().keys()))
        .collect();
  }

  private static JavaPairRDD<String, String> texts(StepRun run, Set<String> submissions) {
    return run.read(RECEIVED_ROW)
        .where(functions.col("submission_id").isin(submissions.toArray()))
        .toJavaRDD()
        .mapToPair(row -> new Tuple2<>(row.getString(0), row.getString(2)));
  }

  /** Writes what the standing summaries say, and what is to be known of them. */
  public static void write(StepRun run) {
    var accepted =
        run
            .read(SubmissionSteps.SUBMISSION)
            .where("kind = 'SUMMARY' and state = 'ACCEPTED'")
            .select("submission_id")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toCollection(TreeSet::new));
    for (var kind : SummaryTable.values()) {
      writeTable(run, kind, accepted);
    }
    var headers = accepted.isEmpty() ? List.<SummaryVerdict>of() : headers(run, accepted);
    run.write(ISSUER_SUMMARY, headers.stream().map(SummarySteps::row).toList());
    run.write(FINDING, accepted.isEmpty() ? List.of() : findings(run, headers));
  }

  private static void writeTable(StepRun run, SummaryTable kind, Set<String> accepted) {
    if (accepted.isEmpty()) {
      run.write(kind.table().name(), List.<List<Object>>of());
      return;
    }
    var rows =
        texts(run, accepted)
            .flatMap(
                text ->
                    SummaryFile.of("", new TreeMap<>(ReceivedCsv.cells(text._2())))
                        .tables()
                        .get(kind)
                        .stream()
                        .map(row -> RowFactory.create(row.toArray()))
                        .map(Row.class::cast)
                        .iterator());
    run.writeLarge(
        kind.table().name(),
        run.spark().createDataFrame(rows, SparkSchema.of(kind.table())),
        accepted.toString());
  }

  private static List<SummaryVerdict> headers(StepRun run, Set<String> accepted) {
    var paths = accepted.stream().collect(Collectors.toMap(id -> id, id -> ""));
    var keys =
        run.read(ISSUER_KEY).select("public_key").distinct().collectAsList().stream()
            .map(row -> new VerificationKey(row.getString(0)))
            .toList();
    return check(run, new SummaryFiles.Check(paths, keys));
  }

  private static List<Object> row(SummaryVerdict content) {
    SummaryHeader header = content.header().orElseThrow();
    return Arrays.asList(
        header.issuerId(),
        header.month().atDay(1),
        content.submissionId(),
        header.createdAt(),
        content.signedWith().map(VerificationKey::fingerprint).orElse(null),
        (long) header.formatVersion(),
        header.softwareVersion(),
        header.ruleVersion(),
        header.made().reading(),
        header.made().clientAliases(),
        header.made().agentNetworks());
  }

  private static List<List<Object>> findings(StepRun run, List<SummaryVerdict> contents) {
    var aliases = GatewayLogs.aliases(run);
    var networks = GatewayLogs.networks(run);
    var findings = new ArrayList<List<Object>>();
    for (var content : contents) {
      var header = content.header().orElseThrow();
      var made = header.made();
      if (!made.reading().equals(ReadingHashes.reading(content.products()))) {
        findings.add(
            finding(content, "summary_other_software", "読み取りのハッシュが異なる", "同じ版の Renkei による集計"));
      }
      if (!made.clientAliases()
          .equals(ReadingHashes.aliases(aliases, header.issuerId(), header.month()))) {
        findings.add(
            finding(
                content,
                "summary_other_registers",
                "client_aliases.csv が異なる",
                "対象月に有効な同じ行（register/client_aliases.csv）"));
      }
      if (!made.agentNetworks().equals(ReadingHashes.networks(networks, header.month()))) {
        findings.add(
            finding(
                content,
                "summary_other_registers",
                "agent_networks.csv が異なる",
                "対象月に有効な同じ行（register/agent_networks.csv）"));
      }
    }
    findings.addAll(unknownAgents(run, contents));
    return findings;
  }

  private static List<Object> finding(
      SummaryVerdict content, String id, String found, String expected) {
    var header = content.header().orElseThrow();
    LocalDate month = header.month().atDay(1);
    return Arrays.asList(header.issuerId(), month, id, found, expected, content.submissionId());
  }

  private static List<List<Object>> unknownAgents(StepRun run, List<SummaryVerdict> contents) {
    var known = new HashSet<String>();
    run.read(AGENT).select("agent_id").collectAsList().forEach(row -> known.add(row.getString(0)));
    TableDefinition table = SummaryTable.ACCESS_DAILY.table();
    int agent = table.columnNames().indexOf("agent_id");
    var bySubmission =
        contents.stream()
            .collect(Collectors.toMap(SummaryVerdict::submissionId, content -> content));
    return texts(run, bySubmission.keySet())
        .flatMapValues(
            text ->
                SummaryFile.of("", new TreeMap<>(ReceivedCsv.cells(text)))
                    .tables()
                    .get(SummaryTable.ACCESS_DAILY)
                    .stream()
                    .map(row -> (String) row.get(agent))
                    .filter(id -> id != null)
                    .distinct()
                    .iterator())
        .collect()
        .stream()
        .filter(found -> !known.contains(found._2()))
        .map(
            found ->
                finding(
                    bySubmission.get(found._1()),
                    "summary_unknown_agent",
                    found._2(),
                    "register/agents.csv にある電代業者ID"))
        .toList();
  }
}
