package jp.renkei.jobs.silver;

import java.util.Arrays;
import java.util.List;
import jp.renkei.jobs.gateway.FileProblem;
import jp.renkei.surveys.Problem;

/**
 * One row of silver.rejected.
 *
 * @param raw the row itself, card numbers masked; null where there is none
 */
record Rejection(
    String submissionId,
    String path,
    String place,
    String reason,
    String found,
    String expected,
    String remedy,
    String raw) {
  /** The place of what concerns a file as a whole. */
  static final String FILE = "file";

  static Rejection of(ReceivedFiles.File file, Problem problem, String raw) {
    return of(file, ReceivedFiles.Refusal.of(problem), raw);
  }

  static Rejection of(ReceivedFiles.File file, ReceivedFiles.Refusal refusal, String raw) {
    return new Rejection(
        file.submissionId(),
        file.path(),
        refusal.place(),
        refusal.reason(),
        refusal.found(),
        refusal.expected(),
        refusal.remedy(),
        raw);
  }

  /** Of a place in landing, where the file itself has another one, or none that is known. */
  static Rejection ofPlace(String submissionId, Problem problem) {
    return new Rejection(
        submissionId,
        problem.file(),
        FILE + " " + problem.file(),
        problem.reason().name(),
        problem.found(),
        problem.expected().ja(),
        problem.remedy().ja(),
        null);
  }

  static Rejection of(String submissionId, String place, FileProblem problem) {
    return new Rejection(
        submissionId,
        problem.path(),
        place,
        problem.code().name(),
        problem.found(),
        problem.expected(),
        problem.remedy(),
        null);
  }

  /** What no two rows of the table share. */
  List<String> key() {
    return Arrays.asList(submissionId, place, reason);
  }

  /** This and another of the same key in one: several things may be wrong at one place. */
  Rejection and(Rejection other) {
    return new Rejection(
        submissionId,
        path,
        place,
        reason,
        both(found, other.found),
        both(expected, other.expected),
        both(remedy, other.remedy),
        raw == null ? other.raw : raw);
  }

  private static String both(String one, String other) {
    return Arrays.asList(one.split(" / ", -1)).contains(other) ? one : one + " / " + other;
  }

  /** In the order of the table's columns. */
  List<Object> values() {
    return Arrays.asList(submissionId, path, place, reason, found, expected, remedy, raw);
  }
}
