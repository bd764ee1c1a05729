package jp.renkei.surveys;

import java.util.Set;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.Problem.Severity;

/**
 * A problem as one would read it out in Japanese. What a sender wrote is quoted; what is said of a
 * file stands by itself, and so does what is missing.
 */
final class JapaneseSentence {
  /** Of these nothing was found because a count was made, not because a cell is blank. */
  private static final Set<Reason> OF_COUNTS = Set.of(Reason.EMPTY_FILE, Reason.TOO_MANY_PROBLEMS);

  private JapaneseSentence() {}

  static String of(Problem problem) {
    String where = problem.place().japanese();
    return problem.file()
        + (where.isEmpty() ? "" : " " + where)
        + ("：" + fault(problem) + problem.remedy().ja());
  }

  /** What was found and what is wanted, without file, place and remedy. */
  static String fault(Problem problem) {
    return found(problem) + wanted(problem);
  }

  private static String found(Problem problem) {
    if (problem.found().isEmpty()) {
      return OF_COUNTS.contains(problem.reason()) ? "" : "空欄です。";
    }
    return problem.isFoundQuoted() ? "「" + problem.found() + "」とあります。" : problem.found() + "。";
  }

  private static String wanted(Problem problem) {
    String expected = problem.expected().ja();
    if (problem.severity() == Severity.NOTICE) {
      return "「" + expected + "」と読み取りました。";
    }
    boolean isMissing = problem.found().isEmpty() || !problem.isFoundQuoted();
    return expected + (isMissing ? "が必要です。" : "としてください。");
  }
}
