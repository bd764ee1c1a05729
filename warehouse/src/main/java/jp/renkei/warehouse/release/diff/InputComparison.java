package jp.renkei.warehouse.release.diff;

import static jp.renkei.warehouse.release.diff.AttachedFiles.EARLIER;
import static jp.renkei.warehouse.release.diff.AttachedFiles.LATER;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.renkei.warehouse.release.diff.InputChanges.LogMonth;
import jp.renkei.warehouse.release.diff.InputChanges.SubmissionChange;
import jp.renkei.warehouse.table.TableCatalog;

/** Compares what two releases were made of, as far as the audience's files tell. */
final class InputComparison {
  private static final String SUBMISSION = "silver.submission";
  private static final String ISSUER = "silver.issuer";
  private static final String CORRECTION = "silver.correction";
  private static final String LOG_FILE_DAY = "silver.log_file_day";
  private static final String KPI_DEFINITION = "gold.kpi_definition";

  /** One row per respondent and questionnaire of a round. */
  private static final String UNITS =
      "select unit, any_value(round_id) as round_id, any_value(respondent_id) as respondent_id,"
          + " max(submission_id) as submission_id from (%s) where state = 'ACCEPTED'"
          + " and round_id is not null and respondent_id is not null group by unit";

  private final AttachedFiles files;

  InputComparison(AttachedFiles files) {
    this.files = files;
  }

  InputChanges changes() {
    var before = files.before().manifest();
    var after = files.after().manifest();
    return new InputChanges(
        submissions(),
        logs(LATER, EARLIER),
        logs(EARLIER, LATER),
        tables(),
        correctedFolders(),
        definitions(),
        !before.definitionsHash().equals(after.definitionsHash()),
        !before.codeVersion().equals(after.codeVersion()),
        !before.asOf().equals(after.asOf()),
        files.bothHave(SUBMISSION));
  }

  private List<SubmissionChange> submissions() {
    if (!files.bothHave(SUBMISSION) || !files.bothHave(ISSUER)) {
      return List.of();
    }
    var changes = new ArrayList<SubmissionChange>();
    if (!files.isKnownToBeTheSame(SUBMISSION)) {
      changes.addAll(
          files.list(
              """
              select case when b.unit is null then 'NEW_SUBMISSION'
                          when a.unit is null then 'REMOVED_SUBMISSION'
                          else 'REPLACED_SUBMISSION' end,
                     coalesce(a.round_id, b.round_id), coalesce(a.respondent_id, b.respondent_id),
                     coalesce(a.respondent_id, b.respondent_id) in (%s)
              from   (%s) as a full join (%s) as b on a.unit = b.unit
              where  a.submission_id is distinct from b.submission_id"""
                  .formatted(issuers(), units(LATER), units(EARLIER)),
              InputComparison::submission));
    }
    changes.addAll(corrections());
    return changes;
  }

  /** Of answers that were corrected, or are no longer. */
  private List<SubmissionChange> corrections() {
    return corrected(
        """
        select distinct 'CORRECTION', s.round_id, s.respondent_id, s.respondent_id in (%s)
        from   (%%s) as c join (%s union %s) as s on s.submission_id = c.target_id
        where  s.round_id is not null and s.respondent_id is not null"""
            .formatted(issuers(), rows(LATER), rows(EARLIER)),
        InputComparison::submission);
  }

  /** Folders of landing whose files were corrected, or are no longer. */
  private Set<String> correctedFolders() {
    return new HashSet<>(
        corrected(
            "select distinct split_part(path, '/', 1) from (%s) as c", row -> row.getString(1)));
  }

  /**
   * Asks about the corrections that count on one side alone. Which file of corrections a line
   * stands in says nothing: a line added to it gives the whole file another name.
   *
   * @param sql with a place for them
   */
  private <T> List<T> corrected(String sql, AttachedFiles.RowReader<T> reader) {
    if (!files.oneHas(CORRECTION) || files.isKnownToBeTheSame(CORRECTION)) {
      return List.of();
    }
    return files.list(
        sql.formatted(
            "(%1$s except %2$s) union (%2$s except %1$s)"
                .formatted(counting(LATER), counting(EARLIER))),
        reader);
  }

  /** What is corrected to what, as a side has it; a release of before corrections has none. */
  private String counting(String side) {
    String rows =
        files.select(
            files.has(side, CORRECTION) ? side : side.equals(LATER) ? EARLIER : LATER,
            CORRECTION,
            List.of(
                "path",
                "target_id",
                "sheet",
                "cell",
                "target_line",
                "target_column",
                "new_value",
                "state"));
    return "select * from (%s) where state = 'COUNTS' and %s"
        .formatted(rows, files.has(side, CORRECTION));
  }

  private String units(String side) {
    return UNITS.formatted(rows(side));
  }

  private String rows(String side) {
    return files.select(
        side, SUBMISSION, List.of("unit", "round_id", "respondent_id", "submission_id", "state"));
  }

  private String issuers() {
    return files.select(LATER, ISSUER, List.of("issuer_id"))
        + " union "
        + files.select(EARLIER, ISSUER, List.of("issuer_id"));
  }

  private static SubmissionChange submission(ResultSet row) throws SQLException {
    return new SubmissionChange(
        ChangeReason.valueOf(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getBoolean(4));
  }

  /** Months of logs that one side has and the other has not. */
  private Set<LogMonth> logs(String side, String other) {
    if (!files.bothHave(LOG_FILE_DAY) || files.isKnownToBeTheSame(LOG_FILE_DAY)) {
      return Set.of();
    }
    var columns = List.of("submission_id", "issuer_id", "month");
    return new HashSet<>(
        files.list(
            "select distinct issuer_id, month from (%s except %s)"
                .formatted(
                    files.select(side, LOG_FILE_DAY, columns),
                    files.select(other, LOG_FILE_DAY, columns)),
            row -> new LogMonth(row.getString(1), row.getDate(2).toLocalDate())));
  }

  private Set<String> tables() {
    var tables = new HashSet<String>();
    for (var table : TableCatalog.builtIn().all()) {
      if (files.isKnownToDiffer(table.name().toString())) {
        tables.add(table.name().toString());
      }
    }
    return tables;
  }

  /** KPIs that are defined, or worded, otherwise, and those that one side alone defines. */
  private Set<String> definitions() {
    if (!files.bothHave(KPI_DEFINITION) || files.isKnownToBeTheSame(KPI_DEFINITION)) {
      return Set.of();
    }
    var columns =
        List.of("kpi_id", "definition_version", "valid_from", "definition_ja", "formula", "unit");
    String now = files.select(LATER, KPI_DEFINITION, columns);
    String then = files.select(EARLIER, KPI_DEFINITION, columns);
    return new HashSet<>(
        files.list(
            "select distinct kpi_id from ((%1$s except %2$s) union all (%2$s except %1$s))"
                .formatted(now, then),
            row -> row.getString(1)));
  }
}
