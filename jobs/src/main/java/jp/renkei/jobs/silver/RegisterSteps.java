package jp.renkei.jobs.silver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.surveys.Problem;
import jp.renkei.warehouse.table.TableName;

/** Registers, rounds and targets: the newest edition of each file, its good rows typed. */
public final class RegisterSteps {
  public static final TableName SURVEY_ROUND = TableName.of("silver.survey_round");
  public static final TableName ROUND_QUESTIONNAIRE = TableName.of("silver.round_questionnaire");
  public static final TableName CHOSEN_ISSUER = TableName.of("silver.chosen_issuer");

  /**
   * What the register files say, and what is wrong in them.
   *
   * @param rows by silver table; of targets and comments in the order in which one takes the
   *     other's place
   * @param rounds text by path
   * @param problems by submission
   * @param received how many rows a file has, by submission, the header not
   * @param taken how many of them were taken in
   * @param standing submissions that the tables are made of
   * @param lines the rows as bronze holds them, by submission
   * @param refusedIssuers the line of an issuer's refused row, by its id
   */
  record Reading(
      Map<String, List<RegisterRows.Row>> rows,
      Map<String, String> rounds,
      Map<String, List<Problem>> problems,
      Map<String, Long> received,
      Map<String, Long> taken,
      Set<String> standing,
      Map<String, List<ReceivedCsv.Line>> lines,
      Map<String, Long> refusedIssuers) {
    static Reading empty() {
      return new Reading(
          new HashMap<>(),
          new LinkedHashMap<>(),
          new HashMap<>(),
          new HashMap<>(),
          new HashMap<>(),
          new HashSet<>(),
          new HashMap<>(),
          new HashMap<>());
    }
  }

  private RegisterSteps() {}

  /** The files the step depends on beside bronze: which editions lie in landing now. */
  public static String editions(RunContext context) {
    var text = new StringBuilder();
    context.landed().stream()
        .filter(
            file ->
                file.kind() == SubmissionKind.REGISTER
                    || file.kind() == SubmissionKind.ROUND
                    || file.kind() == SubmissionKind.CORRECTION)
        .forEach(file -> text.append(file.path()).append(' ').append(file.sha256()).append('\n'));
    return text.append(context.notTaken()).toString();
  }

  /** Writes the register tables, the rounds and the targets. */
  public static void write(StepRun run) {
    var reading = read(run);
    for (var register : RegisterFile.ALL) {
      writeTable(run, register, reading);
    }
    writeTargets(run, reading);
    RoundTables.write(run, reading.rounds(), reading.rows());
  }

  private static void writeTable(StepRun run, RegisterFile register, Reading reading) {
    run.write(
        register.table().name(),
        reading.rows().getOrDefault(register.table().name().toString(), List.of()).stream()
            .map(row -> values(register, row))
            .toList());
  }

  /** One row per key: a later file takes the place of an earlier one's row. */
  private static void writeTargets(StepRun run, Reading reading) {
    var table = RegisterFile.TARGETS.table();
    var byKey = new LinkedHashMap<List<Object>, List<Object>>();
    for (var row : reading.rows().getOrDefault(table.name().toString(), List.of())) {
      var key = table.key().stream().map(column -> row.values().get(column)).toList();
      byKey.put(key, values(RegisterFile.TARGETS, row));
    }
    run.write(table.name(), List.copyOf(byKey.values()));
  }

  private static List<Object> values(RegisterFile register, RegisterRows.Row row) {
    var values = new ArrayList<Object>();
    register.table().columnNames().forEach(column -> values.add(row.values().get(column)));
    return values;
  }

  /** Reads every register, round, target, comment and roadmap file that counts. */
  static Reading read(StepRun run) {
    return RegisterReader.read(ReceivedFiles.read(run));
  }
}
