package jp.renkei.surveys;

import static jp.renkei.surveys.Complaints.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Problems of a file of which nothing was taken: a cause that repeats line by line is told once,
 * where it stands first, with how often it stands there. Nobody mends such a file line by line.
 */
public final class RepeatedProblems {
  private static final int LONGEST_FOUND = 60;

  private RepeatedProblems() {}

  private record Cause(
      Problem.Severity severity,
      Problem.Reason reason,
      BilingualText expected,
      BilingualText remedy,
      boolean isLine) {}

  /** In the order in which each cause stands first. */
  public static List<Problem> counted(Iterable<Problem> problems) {
    var byCause = new LinkedHashMap<Cause, List<Problem>>();
    for (Problem problem : problems) {
      var cause =
          new Cause(
              problem.severity(),
              problem.reason(),
              problem.expected(),
              problem.remedy(),
              problem.place().line() > 0);
      byCause.computeIfAbsent(cause, first -> new ArrayList<>()).add(problem);
    }
    var counted = new ArrayList<Problem>();
    byCause.forEach(
        (cause, alike) -> {
          if (cause.isLine() && alike.size() > 1) {
            counted.add(counted(alike));
          } else {
            counted.addAll(alike);
          }
        });
    return counted;
  }

  private static Problem counted(List<Problem> alike) {
    Problem first = alike.get(0);
    BilingualText found =
        text(
            "found.and_lines",
            new BilingualText(cut(first.foundInEnglish()), cut(first.found())),
            alike.size() - 1);
    return new Problem(
        first.file(),
        first.place(),
        first.reason(),
        found.ja(),
        found.en(),
        first.expected(),
        first.remedy(),
        first.severity());
  }

  private static String cut(String found) {
    int end = Math.min(LONGEST_FOUND, found.length());
    boolean isInPair = end > 0 && Character.isHighSurrogate(found.charAt(end - 1));
    return end == found.length() ? found : found.substring(0, isInPair ? end - 1 : end) + "…";
  }
}
