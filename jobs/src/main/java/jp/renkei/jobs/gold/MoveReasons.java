package jp.renkei.jobs.gold;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.jobs.CodeVersion;
import jp.renkei.jobs.gold.kpi.KpiValue;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.jobs.silver.LogFileDays;
import jp.renkei.warehouse.release.ReleaseManifest;
import jp.renkei.warehouse.release.diff.ChangeReasons;
import jp.renkei.warehouse.release.diff.FigureReading;
import jp.renkei.warehouse.release.diff.FigureSubject;
import jp.renkei.warehouse.release.diff.InputChanges;
import jp.renkei.warehouse.release.diff.InputChanges.LogMonth;
import jp.renkei.warehouse.table.TableName;

/**
 * What changed between a release and the tables as they are now, for figures from logs; which of it
 * can have moved a figure is told by the same rules as between two releases.
 */
final class MoveReasons {
  private static final List<TableName> OF_LOGS =
      List.of(TableName.of("silver.agent_network"), TableName.of("silver.client_alias"));

  private final ChangeReasons reasons;

  private record Log(String submissionId, LogMonth at) {}

  MoveReasons(StepRun run, ReleaseManifest before) {
    var then = logs(run, version(before, LogFileDays.TABLE));
    var now = logs(run, Optional.of(run.version(LogFileDays.TABLE)));
    this.reasons =
        new ChangeReasons(
            new InputChanges(
                List.of(),
                onlyIn(now, then),
                onlyIn(then, now),
                OF_LOGS.stream()
                    .filter(table -> hasMoved(run, before, table))
                    .map(TableName::toString)
                    .collect(Collectors.toSet()),
                Set.of(),
                Set.of(),
                !before.definitionsHash().equals(CodeVersion.definitions()),
                !before.codeVersion().equals(CodeVersion.code()),
                false,
                true));
  }

  private static Optional<Long> version(ReleaseManifest before, TableName table) {
    return Optional.ofNullable(before.tableVersions().get(table.toString()));
  }

  private static boolean hasMoved(StepRun run, ReleaseManifest before, TableName table) {
    return !version(before, table).equals(Optional.of(run.version(table)));
  }

  private static Set<Log> logs(StepRun run, Optional<Long> version) {
    var logs = new HashSet<Log>();
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
                                new Log(
                                    row.getString(0),
                                    new LogMonth(row.getString(1), row.getAs("month"))))));
    return logs;
  }

  private static Set<LogMonth> onlyIn(Set<Log> these, Set<Log> those) {
    return these.stream()
        .filter(log -> !those.contains(log))
        .map(Log::at)
        .collect(Collectors.toSet());
  }

  /** The reasons for one figure, joined by a blank. */
  String of(KpiValue before, Optional<KpiValue> after) {
    return reasons
        .of(subject(before), Optional.of(reading(before)), after.map(MoveReasons::reading))
        .stream()
        .map(Enum::name)
        .collect(Collectors.joining(" "));
  }

  private static FigureSubject subject(KpiValue value) {
    var key = value.key();
    return new FigureSubject(
        FigureSubject.Kind.KPI,
        key.kpiId(),
        key.definitionVersion(),
        key.level(),
        key.issuerId(),
        key.agentId(),
        key.slice(),
        key.sliceValue(),
        key.periodType(),
        key.periodStart(),
        value.periodEnd(),
        value.roundId(),
        key.basis(),
        key.issuerBasis(),
        "",
        "");
  }

  private static FigureReading reading(KpiValue value) {
    return new FigureReading(
        value.numerator(),
        value.denominator(),
        value.value(),
        value.valueLow(),
        value.valueHigh(),
        value.valueState(),
        value.ruleVersion());
  }
}
