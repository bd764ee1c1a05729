package jp.renkei.surveys;

import static jp.renkei.surveys.CsvFile.MESSAGES;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.Problem.Severity;

/**
 * Collects the problems of one unit in the order in which they are found: a thousand errors, and as
 * many warnings and notices. Then one says that there are more; nobody reads on, and each takes
 * memory.
 */
final class Complaints {
  private static final int MOST = 1_000;
  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

  Complaints(String file) {
    this.file = file;
  }

  static BilingualText text(String key, Object... arguments) {
    return MESSAGES.text(key, arguments);
  }

  void error(
      Place place, Reason reason, String found, BilingualText expected, BilingualText remedy) {
    add(Severity.ERROR, () -> Problem.error(file, place, reason, found, expected, remedy));
  }

  void warning(
      Place place, Reason reason, String found, BilingualText expected, BilingualText remedy) {
    add(Severity.WARNING, () -> Problem.warning(file, place, reason, found, expected, remedy));
  }

  /** Tells how something was read. */
  void notice(
      Place place, Reason reason, String found, BilingualText expected, BilingualText remedy) {
    add(Severity.NOTICE, () -> Problem.notice(file, place, reason, found, expected, remedy));
  }

  void add(Problem problem) {
    add(problem.severity(), () -> problem);
  }

  private void add(Severity severity, Supplier<Problem> problem) {
    int count = counts.merge(severity, 1, Integer::sum);
    if (count <= MOST) {
      problems.add(problem.get());
    } else if (count == MOST + 1) {
      problems.add(more(severity));
    }
  }

  private Problem more(Severity severity) {
    Place place = Place.WHOLE_FILE;
    Reason reason = Reason.TOO_MANY_PROBLEMS;
    return severity == Severity.ERROR
        ? Problem.error(
            file, place, reason, "", text("expected.few_problems"), text("remedy.mend_first"))
        : Problem.warning(
            file, place, reason, "", text("expected.few_remarks"), text("remedy.few_remarks"));
  }

  boolean anyError() {
    return errors() > 0;
  }

  int errors() {
    return counts.getOrDefault(Severity.ERROR, 0);
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }
}
