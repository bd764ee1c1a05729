package jp.renkei.jobs.silver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.renkei.surveys.Place;
import jp.renkei.warehouse.table.TableName;

/** silver.correction: every correction with what became of it. */
final class CorrectionTable {
  static final TableName NAME = TableName.of("silver.correction");

  private final Map<String, ReceivedFiles.File> files;
  private final Map<String, SurveyUnits> surveys;
  private final NewestUnits newest;

  CorrectionTable(
      List<ReceivedFiles.File> files, Map<String, SurveyUnits> surveys, NewestUnits newest) {
    this.files =
        files.stream()
            .collect(
                java.util.stream.Collectors.toMap(ReceivedFiles.File::submissionId, file -> file));
    this.surveys = surveys;
    this.newest = newest;
  }

  List<List<Object>> rows(Corrections corrections, ReceivedFiles received) {
    var rows = new ArrayList<List<Object>>();
    for (var one : corrections.applied()) {
      var said = one.correction();
      var target = files.get(one.targetId());
      rows.add(
          Arrays.asList(
              said.submissionId(),
              said.line(),
              target.path(),
              target.sha256(),
              one.targetId(),
              orNull(said.sheet()),
              orNull(said.cell()),
              said.targetLine() > 0 ? said.targetLine() : null,
              orNull(said.column()),
              orNull(said.oldValue()),
              orNull(said.newValue()),
              said.reason(),
              said.statedBy(),
              said.statedOn(),
              corrections.isOvertaken(one) ? "OVERTAKEN" : state(one, target, received)));
    }
    return rows;
  }

  private String state(Corrections.Applied one, ReceivedFiles.File target, ReceivedFiles received) {
    var units = surveys.get(one.targetId());
    if (units == null) {
      return received.isReplaced(target) ? "SUPERSEDED" : "COUNTS";
    }
    for (var verdict : units.verdicts()) {
      boolean isOfUnit =
          verdict.answers().stream().anyMatch(answer -> isAt(one.correction(), answer.place()))
              || verdict.refused().stream().anyMatch(row -> isAt(one.correction(), row.place()));
      if (isOfUnit) {
        return !verdict.isAccepted()
            ? "REFUSED"
            : newest.counts(target, verdict) ? "COUNTS" : "SUPERSEDED";
      }
    }
    return "REFUSED";
  }

  private static boolean isAt(Correction one, Place place) {
    return one.cell().isEmpty()
        ? place.line() == one.targetLine()
        : place.sheet().equals(one.sheet()) && place.cell().equals(one.cell());
  }

  private static Object orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
