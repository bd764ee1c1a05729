package jp.renkei.jobs.silver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.renkei.jobs.gateway.AccessRegisters;
import jp.renkei.jobs.gateway.FeedFile;
import jp.renkei.jobs.gateway.FileProblem;
import jp.renkei.jobs.gateway.GatewayIngest;
import jp.renkei.jobs.gateway.PseudonymKey;
import jp.renkei.jobs.gateway.classify.AgentNetwork;
import jp.renkei.jobs.gateway.classify.ClientAlias;
import jp.renkei.jobs.gateway.classify.Validity;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.sql.Row;

/** The step that brings silver.access up to date with the gateway logs and the registers. */
public final class GatewayLogs {
  public static final TableName ACCESS = TableName.of("silver.access");
  private static final TableName ISSUER = TableName.of("silver.issuer");
  private static final TableName CLIENT_ALIAS = TableName.of("silver.client_alias");
  private static final TableName AGENT_NETWORK = TableName.of("silver.agent_network");

  private GatewayLogs() {}

  /** Takes new log files, and again those whose registers or rules have changed. */
  public static void ingest(StepRun run) {
    ingest(run, registers(run), PseudonymKey.of(run.context().warehouse().root(), System.getenv()));
  }

  /** The same with given registers and key. */
  public static void ingest(StepRun run, AccessRegisters registers, PseudonymKey key) {
    var problems = new ArrayList<FileProblem>();
    GatewayIngest.ingest(
        run.spark(),
        run.context().warehouse().root(),
        run.context().landed(),
        registers,
        key,
        result -> {
          result.problems().forEach(problem -> problems.add(ofLog(problem, result.file())));
          run.context().gatewayFileDone(result);
        });
    run.context().landed().stream()
        .filter(file -> file.kind() == SubmissionKind.FEED)
        .forEach(file -> FeedFile.problem(file.path(), file.file()).ifPresent(problems::add));
    problems.sort(Comparator.comparing(FileProblem::path));
    run.context().foundGatewayProblems(problems);
    run.upToDate(ACCESS);
    run.upToDate(SubmissionSteps.REJECTED_LINE);
    run.upToDate(SubmissionSteps.GATEWAY_FILE);
  }

  /** A log that its feed.yaml stands in the way of is refused by itself too. */
  private static FileProblem ofLog(FileProblem problem, LandedFile log) {
    if (problem.path().equals(log.path())) {
      return problem;
    }
    return new FileProblem(
        log.path(),
        problem.code(),
        "使えない " + problem.path(),
        "使える feed.yaml",
        "その feed.yaml を直してください。次の run で、このフォルダのログを読み直します。");
  }

  private static AccessRegisters registers(StepRun run) {
    Set<String> issuers = new HashSet<>();
    run.read(ISSUER).collectAsList().forEach(row -> issuers.add(row.getAs("issuer_id")));
    return new AccessRegisters(issuers, aliases(run), networks(run));
  }

  /** The client aliases of all issuers. */
  static List<ClientAlias> aliases(StepRun run) {
    return run.read(CLIENT_ALIAS).collectAsList().stream()
        .map(
            row ->
                new ClientAlias(
                    row.getAs("issuer_id"),
                    row.getAs("client_id_raw"),
                    row.getAs("agent_id"),
                    validity(row)))
        .toList();
  }

  /** The networks of all agents. */
  static List<AgentNetwork> networks(StepRun run) {
    return run.read(AGENT_NETWORK).collectAsList().stream()
        .map(row -> new AgentNetwork(row.getAs("agent_id"), row.getAs("cidr"), validity(row)))
        .toList();
  }

  private static Validity validity(Row row) {
    LocalDate from = row.getAs("valid_from");
    LocalDate to = row.getAs("valid_to");
    return Validity.of(Optional.ofNullable(from), Optional.ofNullable(to));
  }
}
