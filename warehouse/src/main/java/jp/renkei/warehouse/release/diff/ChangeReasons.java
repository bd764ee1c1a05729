package jp.renkei.warehouse.release.diff;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.renkei.warehouse.release.diff.FigureSubject.Kind;
import jp.renkei.warehouse.release.diff.InputChanges.LogMonth;
import jp.renkei.warehouse.release.diff.InputChanges.SubmissionChange;

/**
 * Which of the inputs that changed can have moved a figure: submissions concern their round and
 * respondent, logs their issuer and months, and what concerns all is told of all.
 */
public final class ChangeReasons {
  private static final Map<ChangeReason, Set<String>> TABLES =
      Map.of(
          ChangeReason.NETWORK_LIST, Set.of("silver.agent_network"),
          ChangeReason.CLIENT_ALIAS, Set.of("silver.client_alias"),
          ChangeReason.ROADMAP, Set.of("silver.milestone_revision"),
          ChangeReason.ROUND, Set.of("silver.survey_round", "silver.round_questionnaire"),
          ChangeReason.SUCCESSION, Set.of("silver.succession"),
          ChangeReason.STATED, Set.of("silver.cdr_metric", "silver.issuer_summary"),
          ChangeReason.REGISTER,
              Set.of(
                  "silver.issuer",
                  "silver.agent",
                  "silver.product_line",
                  "silver.population_frame",
                  "silver.issuer_key"));

  /** Whose figures an input can move; those that are not named here, everybody's. */
  private static final Map<ChangeReason, Set<String>> BASES =
      Map.of(
          ChangeReason.NETWORK_LIST, Set.of("GATEWAY_LOG"),
          ChangeReason.CLIENT_ALIAS, Set.of("GATEWAY_LOG"),
          ChangeReason.ROADMAP, Set.of("ROADMAP"),
          ChangeReason.AS_OF, Set.of("ROADMAP"),
          ChangeReason.ROUND, Set.of("SURVEY"),
          ChangeReason.STATED, Set.of("STATED", "CDR_METRICS", "ISSUER_SUMMARY"));

  /** What a correction of a cell shows itself as, by the folder of landing of its file. */
  private static final Map<String, Set<ChangeReason>> CORRECTED =
      Map.of(
          "register",
              Set.of(
                  ChangeReason.REGISTER,
                  ChangeReason.SUCCESSION,
                  ChangeReason.ROUND,
                  ChangeReason.NETWORK_LIST,
                  ChangeReason.CLIENT_ALIAS),
          "roadmap", Set.of(ChangeReason.ROADMAP));

  private final InputChanges inputs;
  private final Map<ChangeReason, Boolean> moved = new EnumMap<>(ChangeReason.class);

  public ChangeReasons(InputChanges inputs) {
    this.inputs = inputs;
    TABLES.forEach(
        (reason, tables) -> moved.put(reason, tables.stream().anyMatch(inputs.tables()::contains)));
    moved.put(ChangeReason.AS_OF, inputs.isAsOfMoved());
    moved.put(ChangeReason.DEFINITIONS, inputs.isDefinitionsMoved());
    moved.put(ChangeReason.CODE, inputs.isCodeMoved());
  }

  /** The reasons for one figure, the most specific first; OTHER where none of them can be it. */
  public List<ChangeReason> of(
      FigureSubject subject, Optional<FigureReading> before, Optional<FigureReading> after) {
    var reasons = EnumSet.noneOf(ChangeReason.class);
    String basis = subject.kind() == Kind.TABULATION ? "SURVEY" : subject.basis();
    moved.forEach(
        (reason, isMoved) -> {
          if (isMoved && BASES.getOrDefault(reason, Set.of(basis)).contains(basis)) {
            reasons.add(reason);
          }
        });
    CORRECTED.forEach(
        (folder, shown) -> {
          if (inputs.correctedFolders().contains(folder)
              && shown.stream().anyMatch(reasons::contains)) {
            reasons.add(ChangeReason.CORRECTION);
          }
        });
    if (basis.equals("SURVEY")) {
      inputs.submissions().stream()
          .filter(one -> concerns(one, subject))
          .map(SubmissionChange::reason)
          .forEach(reasons::add);
    }
    if (basis.equals("GATEWAY_LOG")) {
      addIfAny(reasons, ChangeReason.NEW_LOG, inputs.newLogs(), subject);
      addIfAny(reasons, ChangeReason.REMOVED_LOG, inputs.removedLogs(), subject);
    }
    if (subject.kind() == Kind.KPI && inputs.definitions().contains(subject.id())) {
      reasons.add(ChangeReason.DEFINITION);
    }
    if (before.isPresent()
        && after.isPresent()
        && !before.get().ruleVersion().equals(after.get().ruleVersion())) {
      reasons.add(ChangeReason.RULE_VERSION);
    }
    if (reasons.isEmpty()) {
      reasons.add(inputs.areSourcesKnown() ? ChangeReason.OTHER : ChangeReason.DATA);
    }
    return List.copyOf(reasons);
  }

  private static void addIfAny(
      Set<ChangeReason> reasons, ChangeReason reason, Set<LogMonth> logs, FigureSubject subject) {
    if (logs.stream().anyMatch(log -> concerns(log, subject))) {
      reasons.add(reason);
    }
  }

  /** What an issuer states can move no other issuer's figure, but every agent's, and so on. */
  private static boolean concerns(SubmissionChange submission, FigureSubject subject) {
    String own = submission.isIssuer() ? subject.issuerId() : subject.agentId();
    return submission.roundId().equals(subject.roundId())
        && (own.isEmpty() || own.equals(submission.respondentId()));
  }

  private static boolean concerns(LogMonth log, FigureSubject subject) {
    return (subject.issuerId().isEmpty() || subject.issuerId().equals(log.issuerId()))
        && !log.month().isBefore(subject.periodStart())
        && !log.month().isAfter(subject.periodEnd());
  }
}
