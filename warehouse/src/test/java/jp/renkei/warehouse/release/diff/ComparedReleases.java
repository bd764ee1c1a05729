package jp.renkei.warehouse.release.diff;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.GivenReleases;
import jp.renkei.warehouse.release.Release;

/** Releases of one KPI and two issuers, to be compared. */
final class ComparedReleases {
  static final String DEFINITION =
      "insert into gold.kpi_definition (kpi_id, definition_version, title_ja, title_en, unit,"
          + " formula) values ('contract_rate', 1, '契約締結率', 'Contract rate', 'ratio', 'a / b')";
  private static final String ISSUERS =
      "insert into silver.issuer (issuer_id) values ('ISS001'), ('ISS002')";

  private final GivenReleases given;

  ComparedReleases(Path warehouse) {
    given = new GivenReleases(warehouse);
  }

  static String rate(String issuer, long numerator, long denominator) {
    return """
        insert into gold.kpi_value (kpi_id, definition_version, entity_level, issuer_id, period_type, period_start, period_end,
                                    numerator, denominator, value, value_state, status, round_id, basis, issuer_basis)
        values ('contract_rate', 1, '%s', %s, 'POINT', '2026-03-31', '2026-03-31',
                %d, %d, %s, 'REPORTED', 'FINAL', 'R2026-03', 'SURVEY', 'THEN')"""
        .formatted(
            issuer.isEmpty() ? "ALL" : "ISSUER",
            issuer.isEmpty() ? "null" : "'" + issuer + "'",
            numerator,
            denominator,
            (double) numerator / denominator);
  }

  static String correction(String id, String path, String target, String state) {
    return """
        insert into silver.correction (submission_id, line, path, target_id, cell, new_value, state)
        values ('%s', 2, '%s', '%s', 'C7', '3', '%s')"""
        .formatted(id, path, target, state);
  }

  /** A release with what these statements add. */
  Release release(int id, String... statements) {
    return given.release(
        id,
        Stream.concat(Stream.of(DEFINITION, ISSUERS), Stream.of(statements))
            .toArray(String[]::new));
  }

  /** A release by certain definitions and with certain contents of tables, without the issuers. */
  Release release(int id, String definitions, Map<String, String> hashes, String... statements) {
    return given.release(id, definitions, hashes, statements);
  }

  static ReleaseDiff secretariats(Release before, Release after) {
    return ReleaseDiff.of(before, after, Audience.SECRETARIAT);
  }
}
