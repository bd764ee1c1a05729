package jp.renkei.surveys.form;

import java.util.ArrayList;
import java.util.List;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Messages;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.Problem.Severity;
import jp.renkei.surveys.workbook.WorkbookContent.Position;

/** Collects what is wrong with one form, in the order in which it is found. */
final class FormProblems {
  private static final Messages MESSAGES = Messages.load(FormProblems.class, "problems");
  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  FormProblems(String file) {
    this.file = file;
  }

  static BilingualText text(String key, Object... arguments) {
    return MESSAGES.text(key, arguments);
  }

  static Place place(String sheet, Position position) {
    return Place.cell(sheet, RecordSheet.cell(position));
  }

  /** What was found as it stands in the file. */
  static BilingualText asWritten(String found) {
    return new BilingualText(found, found);
  }

  void error(
      Place place,
      Reason reason,
      BilingualText found,
      BilingualText expected,
      BilingualText remedy) {
    add(Severity.ERROR, place, reason, found, expected, remedy);
  }

  void warning(
      Place place,
      Reason reason,
      BilingualText found,
      BilingualText expected,
      BilingualText remedy) {
    add(Severity.WARNING, place, reason, found, expected, remedy);
  }

  void notice(Place place, BilingualText found, String readAs, BilingualText remedy) {
    add(Severity.NOTICE, place, Reason.READ_AS, found, asWritten(readAs), remedy);
  }

  private void add(
      Severity severity,
      Place place,
      Reason reason,
      BilingualText found,
      BilingualText expected,
      BilingualText remedy) {
    problems.add(
        new Problem(file, place, reason, found.ja(), found.en(), expected, remedy, severity));
  }

  boolean anyError() {
    return Problem.anyError(problems);
  }

  List<Problem> errors() {
    return problems.stream().filter(Problem::isError).toList();
  }

  List<Problem> others() {
    return problems.stream().filter(problem -> !problem.isError()).toList();
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }
}
