package jp.renkei.jobs.silver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.surveys.SurveyRound;
import jp.renkei.warehouse.definition.DefinitionException;

/**
 * The places in landing where the same bytes lie, and which of them says what the file is. A copy
 * in a place that says nothing, such as {@code backup/}, takes nothing away from the file.
 */
final class Copies {
  /**
   * What a file counts as.
   *
   * @param place where it lies; empty when it lies nowhere, or only where nothing says what it is
   * @param strays the other places, where they are wrong ones
   */
  record Choice(SubmissionKind kind, Optional<LandedFile> place, List<LandedFile> strays) {}

  private final Map<String, List<LandedFile>> places = new TreeMap<>();
  private final Map<String, String> roundPaths = new HashMap<>();

  private Copies() {}

  /** The copies of what lies in landing now. */
  static Copies landed(StepRun run) {
    var copies = new Copies();
    for (var file : run.context().landed()) {
      copies.places.computeIfAbsent(file.submissionId(), absent -> new ArrayList<>()).add(file);
    }
    var doubtful =
        copies.places.entrySet().stream()
            .filter(entry -> entry.getValue().stream().filter(Copies::isRound).count() > 1)
            .map(Map.Entry::getKey)
            .toList();
    if (!doubtful.isEmpty()) {
      ReceivedFiles.linesOf(run, doubtful)
          .forEach(
              (id, lines) ->
                  roundPath(ReceivedCsv.text(lines))
                      .ifPresent(path -> copies.roundPaths.put(id, path)));
    }
    return copies;
  }

  private static boolean isRound(LandedFile file) {
    return file.kind() == SubmissionKind.ROUND;
  }

  private static Optional<String> roundPath(String text) {
    try {
      return Optional.of(RegisterProblems.roundPath(SurveyRound.parse("rounds", text)));
    } catch (DefinitionException e) {
      // Whatever its name, the file is refused with a message of its own.
      return Optional.empty();
    }
  }

  /**
   * @param received what the file was when it was first received: it stays that when it was moved
   *     to where nothing says what it is
   */
  Choice choose(String submissionId, SubmissionKind received) {
    var copies = places.getOrDefault(submissionId, List.of());
    var best =
        copies.stream()
            .filter(copy -> copy.kind() != SubmissionKind.UNKNOWN)
            .min(
                Comparator.comparing((LandedFile copy) -> rank(copy))
                    .thenComparing(copy -> copy.kind() != received)
                    .thenComparing(LandedFile::path));
    if (best.isPresent()) {
      var strays = copies.stream().filter(copy -> isStray(copy, best.get())).toList();
      return new Choice(best.get().kind(), best, strays);
    }
    return received == SubmissionKind.UNKNOWN
        ? new Choice(
            received, copies.stream().min(Comparator.comparing(LandedFile::path)), List.of())
        : new Choice(received, Optional.empty(), copies);
  }

  /** The better a place says what the file is, the lower. */
  private int rank(LandedFile copy) {
    return switch (copy.kind()) {
      case REGISTER -> RegisterFile.at(copy.path()).isPresent() ? 0 : 2;
      case ROUND ->
          copy.path().equals(roundPaths.getOrDefault(copy.submissionId(), copy.path())) ? 0 : 2;
      case DECISION -> 1;
      default -> 0;
    };
  }

  /** One survey or log handed over twice is harmless; a register's place is its meaning. */
  private static boolean isStray(LandedFile copy, LandedFile best) {
    boolean isPlaced =
        best.kind() == SubmissionKind.REGISTER || best.kind() == SubmissionKind.ROUND;
    return !copy.equals(best) && (copy.kind() != best.kind() || isPlaced);
  }
}
