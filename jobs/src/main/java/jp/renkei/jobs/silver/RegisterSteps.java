package jp.renkei.jobs.silver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.SurveyRound;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.table.TableName;

/** Registers, rounds and targets: the newest edition of each file, its good rows typed. */
public final class RegisterSteps {
  public static final TableName SURVEY_ROUND = TableName.of("silver.survey_round");

  /** A file as bronze holds it. */
  record Received(
      ReceivedFiles.File file,
      List<ReceivedCsv.Line> lines,
      List<ReceivedFiles.Refusal> refusals) {}

  /**
   * What the register files say, and what is wrong in them, by submission.
   *
   * @param rows by table
   * @param rounds text by path
   * @param received how many rows a file has, the header not; missing for files that are no CSV
   * @param taken how many of them were taken in
   */
  record Reading(
      Map<String, List<RegisterRows.Row>> rows,
      Map<String, String> rounds,
      Map<String, List<Problem>> problems,
      Map<String, Long> received,
      Map<String, Long> taken) {
    Reading() {
      this(
          new HashMap<>(),
          new LinkedHashMap<>(),
          new HashMap<>(),
          new HashMap<>(),
          new HashMap<>());
    }
  }

  private record ReadRegister(Received received, RegisterFile kind, RegisterRows rows) {}

  private RegisterSteps() {}

  /** The files the step depends on beside bronze: which editions lie in landing now. */
  public static String editions(RunContext context) {
    var text = new StringBuilder();
    context.landed().stream()
        .filter(
            file -> file.kind() == SubmissionKind.REGISTER || file.kind() == SubmissionKind.ROUND)
        .forEach(file -> text.append(file.path()).append(' ').append(file.sha256()).append('\n'));
    return text.toString();
  }

  /** Writes the register tables, the rounds and the targets. */
  public static void write(StepRun run) {
    var reading = read(run);
    for (var register : RegisterFile.ALL) {
      writeTable(run, register, reading);
    }
    writeTable(run, RegisterFile.TARGETS, reading);
    var rounds = new ArrayList<List<Object>>();
    reading
        .rounds()
        .forEach(
            (path, text) -> {
              var round = SurveyRound.parse(path, text);
              rounds.add(
                  List.of(
                      round.roundId(),
                      round.referenceDate(),
                      round.dueDate(),
                      (long) round.graceDays(),
                      round.frameId()));
            });
    run.write(SURVEY_ROUND, rounds);
  }

  private static void writeTable(StepRun run, RegisterFile register, Reading reading) {
    var columns = register.table().columnNames();
    var rows =
        reading.rows().getOrDefault(register.table().name().toString(), List.of()).stream()
            .map(
                row -> {
                  var values = new ArrayList<Object>();
                  columns.forEach(column -> values.add(row.values().get(column)));
                  return (List<Object>) values;
                })
            .toList();
    run.write(register.table().name(), rows);
  }

  /** Reads every register, round, target and roadmap file that counts. */
  static Reading read(StepRun run) {
    return read(received(run, ReceivedFiles.read(run)));
  }

  /** Every register, round, target and roadmap file that counts. */
  static List<Received> received(StepRun run, ReceivedFiles received) {
    var files = new ArrayList<ReceivedFiles.File>();
    for (var kind :
        List.of(
            SubmissionKind.REGISTER,
            SubmissionKind.ROUND,
            SubmissionKind.TARGET,
            SubmissionKind.ROADMAP)) {
      files.addAll(received.current(kind));
    }
    var lines = ReceivedFiles.lines(run, files);
    return files.stream()
        .map(
            file ->
                new Received(
                    file,
                    lines.getOrDefault(file.submissionId(), List.of()),
                    received.refusals(file)))
        .toList();
  }

  /** Reads files against each other, whether they were received or are only looked at. */
  static Reading read(List<Received> files) {
    var reading = new Reading();
    var registers = new ArrayList<ReadRegister>();
    for (var received : files) {
      if (received.file().kind() != SubmissionKind.ROUND) {
        readRegister(received, reading).ifPresent(registers::add);
      } else if (received.refusals().isEmpty()) {
        readRound(received.file(), received.lines(), reading);
      }
    }
    takeIn(registers, reading);
    return reading;
  }

  private static void readRound(
      ReceivedFiles.File file, List<ReceivedCsv.Line> lines, Reading reading) {
    String text = ReceivedCsv.text(lines);
    try {
      var round = SurveyRound.parse(file.path(), text);
      if (file.path().equals(RegisterProblems.roundPath(round))) {
        reading.rounds().put(file.path(), text);
      } else {
        reading
            .problems()
            .put(file.submissionId(), List.of(RegisterProblems.wrongRoundName(file.path(), round)));
      }
    } catch (DefinitionException e) {
      reading
          .problems()
          .put(file.submissionId(), List.of(RegisterProblems.unreadable(file.path(), e)));
    }
  }

  private static Optional<ReadRegister> readRegister(Received received, Reading reading) {
    var file = received.file();
    var kind = RegisterFile.at(file.path());
    if (kind.isEmpty()) {
      reading
          .problems()
          .put(file.submissionId(), List.of(RegisterProblems.unknownName(file.path())));
      return Optional.empty();
    }
    reading.received().put(file.submissionId(), (long) Math.max(0, received.lines().size() - 1));
    var rows = RegisterRows.read(kind.get(), ReceivedCsv.of(file.path(), received.lines()));
    return Optional.of(new ReadRegister(received, kind.get(), rows));
  }

  private static void takeIn(List<ReadRegister> registers, Reading reading) {
    var references = new RegisterReferences();
    registers.forEach(register -> references.add(register.kind(), register.rows().rows()));
    for (var register : registers) {
      var file = register.received().file();
      var rows = references.known(register.kind(), file.path(), register.rows());
      var refusedLines =
          register.received().refusals().stream().map(ReceivedFiles.Refusal::line).toList();
      var good = rows.rows().stream().filter(row -> !refusedLines.contains(row.line())).toList();
      reading
          .rows()
          .computeIfAbsent(register.kind().table().name().toString(), absent -> new ArrayList<>())
          .addAll(
              register.kind() == RegisterFile.ROADMAP
                  ? good.stream().map(row -> withSource(row, file.submissionId())).toList()
                  : good);
      reading.problems().put(file.submissionId(), rows.problems());
      reading.taken().put(file.submissionId(), (long) good.size());
    }
  }

  private static RegisterRows.Row withSource(RegisterRows.Row row, String submissionId) {
    var values = new HashMap<>(row.values());
    values.put("submission_id", submissionId);
    values.put("line", row.line());
    return new RegisterRows.Row(row.line(), values);
  }
}
