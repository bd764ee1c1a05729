package jp.renkei.jobs.gold;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.renkei.jobs.CodeVersion;
import jp.renkei.jobs.gold.kpi.KpiValue;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.jobs.silver.LogFileDays;
import jp.renkei.warehouse.release.ReleaseManifest;
import jp.renkei.warehouse.table.TableName;

/**
 * What changed since a release and can have moved a figure. Networks concern every figure from
 * logs; a log that came or went concerns its issuer, in its months.
 */
final class MoveReasons {
  private static final TableName AGENT_NETWORK = TableName.of("silver.agent_network");
  private static final TableName CLIENT_ALIAS = TableName.of("silver.client_alias");

  private final List<String> ofAll = new ArrayList<>();
  private final Set<IssuerMonth> newLogs;
  private final Set<IssuerMonth> removedLogs;

  private record IssuerMonth(String issuerId, LocalDate month) {}

  private record LogMonth(String submissionId, IssuerMonth at) {}

  MoveReasons(StepRun run, ReleaseManifest before) {
    if (hasMoved(run, before, AGENT_NETWORK)) {
      ofAll.add("NETWORK_LIST");
    }
    if (hasMoved(run, before, CLIENT_ALIAS)) {
      ofAll.add("CLIENT_ALIAS");
    }
    if (!before.definitionsHash().equals(CodeVersion.definitions())) {
      ofAll.add("DEFINITIONS");
    }
    if (!before.codeVersion().equals(CodeVersion.code())) {
      ofAll.add("CODE");
    }
    var then = logs(run, version(before, LogFileDays.TABLE));
    var now = logs(run, Optional.of(run.version(LogFileDays.TABLE)));
    newLogs = onlyIn(now, then);
    removedLogs = onlyIn(then, now);
  }

  private static Optional<Long> version(ReleaseManifest before, TableName table) {
    return Optional.ofNullable(before.tableVersions().get(table.toString()));
  }

  private static boolean hasMoved(StepRun run, ReleaseManifest before, TableName table) {
    return !version(before, table).equals(Optional.of(run.version(table)));
  }

  private static Set<LogMonth> logs(StepRun run, Optional<Long> version) {
    var logs = new HashSet<LogMonth>();
    version
        .filter(number -> number >= 0)
        .ifPresent(
            number ->
                run.readAt(LogFileDays.TABLE, number)
                    .select("submission_id", "issuer_id", "month")
                    .distinct()
                    .collectAsList()
                    .forEach(
                        row ->
                            logs.add(
                                new LogMonth(
                                    row.getString(0),
                                    new IssuerMonth(row.getString(1), row.getAs("month"))))));
    return logs;
  }

  private static Set<IssuerMonth> onlyIn(Set<LogMonth> these, Set<LogMonth> those) {
    var months = new HashSet<IssuerMonth>();
    these.stream().filter(log -> !those.contains(log)).forEach(log -> months.add(log.at()));
    return months;
  }

  /** The reasons for one figure; OTHER where none of them can be it. */
  String of(KpiValue before, Optional<KpiValue> after) {
    var reasons = new ArrayList<String>();
    if (after.isPresent() && !after.get().ruleVersion().equals(before.ruleVersion())) {
      reasons.add("RULE_VERSION");
    }
    reasons.addAll(ofAll);
    Map.of("NEW_LOG", newLogs, "REMOVED_LOG", removedLogs).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(entry -> entry.getValue().stream().anyMatch(log -> concerns(log, before)))
        .forEach(entry -> reasons.add(entry.getKey()));
    return reasons.isEmpty() ? "OTHER" : String.join(" ", reasons);
  }

  private static boolean concerns(IssuerMonth log, KpiValue value) {
    String issuerId = value.key().issuerId();
    return (issuerId.isEmpty() || issuerId.equals(log.issuerId()))
        && !log.month().isBefore(value.key().periodStart())
        && !log.month().isAfter(value.periodEnd());
  }
}
