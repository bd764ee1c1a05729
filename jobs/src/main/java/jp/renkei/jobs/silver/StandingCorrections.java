package jp.renkei.jobs.silver;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.surveys.Problem;

/**
 * The corrections of the files that lie below corrections now. Any problem with one of them ends
 * the run before a table behind bronze is written: without it figures would move that somebody had
 * put right.
 */
final class StandingCorrections {
  private StandingCorrections() {}

  /**
   * Reads and applies them.
   *
   * @param notTaken files of landing that could not be read in this run
   * @throws DataProblemException naming every problem
   */
  static Corrections read(ReceivedFiles received, List<Problem> notTaken) {
    var files = received.current(SubmissionKind.CORRECTION);
    var problems = new ArrayList<Problem>();
    notTaken.stream()
        .filter(problem -> problem.file().startsWith(RegisterFile.CORRECTIONS.path()))
        .forEach(problems::add);
    if (files.isEmpty() && problems.isEmpty()) {
      return Corrections.none();
    }
    var lines = received.uncorrected(files);
    var statements = new ArrayList<Correction>();
    var unreadable = new ArrayList<String>();
    for (var file : files) {
      statements.addAll(
          statements(file, lines.getOrDefault(file.submissionId(), List.of()), problems));
      received
          .refusals(file)
          .forEach(
              refusal ->
                  unreadable.add(
                      "%s %s：検出値「%s」、期待値「%s」。%s"
                          .formatted(
                              file.path(),
                              refusal.place(),
                              refusal.found(),
                              refusal.expected(),
                              refusal.remedy())));
    }
    var corrections = Corrections.of(statements, received, problems);
    if (!problems.isEmpty() || !unreadable.isEmpty()) {
      throw stop(problems, unreadable);
    }
    return corrections;
  }

  /** The statements of one file; rows with a problem are left out. */
  static List<Correction> statements(
      ReceivedFiles.File file, List<ReceivedCsv.Line> lines, List<Problem> problems) {
    var rows = RegisterRows.read(RegisterFile.CORRECTIONS, ReceivedCsv.of(file.path(), lines));
    problems.addAll(rows.problems().stream().filter(Problem::isError).toList());
    return rows.rows().stream()
        .map(row -> Correction.of(file.path(), file.submissionId(), row))
        .toList();
  }

  private static DataProblemException stop(List<Problem> problems, List<String> unreadable) {
    var japanese = new ArrayList<>(unreadable);
    problems.forEach(problem -> japanese.add(problem.japanese()));
    return new DataProblemException(
        "訂正を適用できないため、処理を止めました。表も数値も前のままです。" + System.lineSeparator() + indented(japanese),
        "Cannot apply the corrections; no table behind bronze was written."
            + System.lineSeparator()
            + indented(problems.stream().map(Problem::english).toList()));
  }

  private static String indented(List<String> lines) {
    return lines.stream()
        .map(line -> "  " + line)
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
