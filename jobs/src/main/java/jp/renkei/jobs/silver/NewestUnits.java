package jp.renkei.jobs.silver;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The units that count: of each round, questionnaire and respondent the accepted one that was
 * submitted last, by submitted_at, then by SHA-256, whatever the order in which files arrived.
 */
final class NewestUnits {
  /** A unit and the file it stands in. */
  record Unit(ReceivedFiles.File file, SurveyUnits.Verdict verdict) {
    String key() {
      return verdict.unit();
    }
  }

  private static final Comparator<Unit> LAST =
      Comparator.comparing((Unit unit) -> unit.verdict().submittedAt().toInstant())
          .thenComparing(unit -> unit.file().sha256());

  private final Map<String, Unit> newest = new TreeMap<>();

  static NewestUnits of(List<ReceivedFiles.File> surveyFiles, Map<String, SurveyUnits> surveys) {
    var units = new NewestUnits();
    for (var file : surveyFiles) {
      var checked = surveys.get(file.submissionId());
      List<SurveyUnits.Verdict> verdicts = checked == null ? List.of() : checked.verdicts();
      verdicts.stream()
          .filter(SurveyUnits.Verdict::isAccepted)
          .map(verdict -> new Unit(file, verdict))
          .forEach(
              unit ->
                  units.newest.merge(
                      unit.key(),
                      unit,
                      (left, right) -> LAST.compare(left, right) >= 0 ? left : right));
    }
    return units;
  }

  Collection<Unit> all() {
    return newest.values();
  }

  boolean counts(ReceivedFiles.File file, SurveyUnits.Verdict verdict) {
    var unit = new Unit(file, verdict);
    var best = newest.get(unit.key());
    return best != null && best.file().equals(file);
  }
}
