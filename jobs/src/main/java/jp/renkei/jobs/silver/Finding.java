package jp.renkei.jobs.silver;

import jp.renkei.jobs.gateway.FileProblem;
import jp.renkei.jobs.gateway.LogCheck;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;

/**
 * One thing that a check finds, whatever the kind of the file.
 *
 * @param reason as silver.rejected would say it
 * @param problem tells it in both languages
 */
public record Finding(String reason, Problem problem) {

  /** A problem of a text file, under the name by which the caller knows the file. */
  static Finding of(String file, Problem problem) {
    return new Finding(problem.reason().name(), problem.of(file));
  }

  static Finding of(String file, FileProblem problem) {
    return error(
        file,
        Place.WHOLE_FILE,
        problem.code().name(),
        same(problem.found()),
        same(problem.expected()),
        same(problem.remedy()));
  }

  static Finding of(String file, LogCheck.RejectedLine line) {
    return error(
        file,
        Place.line(line.line()),
        line.reason().name(),
        same(line.found()),
        same(line.expected()),
        new BilingualText(
            "The line would be rejected: " + line.reason() + ".", line.reason().ja()));
  }

  static Finding unreadable(String file, BilingualText found) {
    return error(
        file,
        Place.WHOLE_FILE,
        Reason.UNREADABLE.name(),
        found,
        new BilingualText("a file that exists and can be read", "存在し、読むことのできるファイル"),
        new BilingualText("Check name and permissions.", "ファイル名と権限を確認してください。"));
  }

  private static BilingualText same(String text) {
    return new BilingualText(text, text);
  }

  private static Finding error(
      String file,
      Place place,
      String reason,
      BilingualText found,
      BilingualText expected,
      BilingualText remedy) {
    return new Finding(
        reason, Problem.error(file, place, Reason.UNREADABLE, found, expected, remedy));
  }
}
