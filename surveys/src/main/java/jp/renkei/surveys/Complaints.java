package jp.renkei.surveys;

import static jp.renkei.surveys.CsvFile.MESSAGES;

import java.util.ArrayList;
import java.util.List;
import jp.renkei.surveys.Problem.Reason;

/** Collects the problems of one file in the order in which they are found. */
final class Complaints {
  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  Complaints(String file) {
    this.file = file;
  }

  static BilingualText text(String key, Object... arguments) {
    return MESSAGES.text(key, arguments);
  }

  void error(
      Place place, Reason reason, String found, BilingualText expected, BilingualText remedy) {
    problems.add(Problem.error(file, place, reason, found, expected, remedy));
  }

  void warning(
      Place place, Reason reason, String found, BilingualText expected, BilingualText remedy) {
    problems.add(Problem.warning(file, place, reason, found, expected, remedy));
  }

  /** Tells how something was read. */
  void notice(
      Place place, Reason reason, String found, BilingualText expected, BilingualText remedy) {
    problems.add(Problem.notice(file, place, reason, found, expected, remedy));
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  boolean anyError() {
    return Problem.anyError(problems);
  }

  long errors() {
    return problems.stream().filter(Problem::isError).count();
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }
}
