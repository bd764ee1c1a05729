package jp.renkei.warehouse.release.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.GivenReleases;
import jp.renkei.warehouse.release.Release;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 数値の変更 between two releases. */
class ReleaseDiffTest {
  private static final String DEFINITION =
      "insert into gold.kpi_definition (kpi_id, definition_version, title_ja, title_en, unit,"
          + " formula) values ('contract_rate', 1, '契約締結率', 'Contract rate', 'ratio', 'a / b')";
  private static final String ISSUERS =
      "insert into silver.issuer (issuer_id) values ('ISS001'), ('ISS002')";

  @TempDir Path warehouse;
  private GivenReleases given;

  @BeforeEach
  void open() {
    given = new GivenReleases(warehouse);
  }

  private static String rate(String issuer, long numerator, long denominator) {
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

  private static String share(String month, String value) {
    return """
        insert into gold.kpi_value (kpi_id, definition_version, entity_level, issuer_id, period_type, period_start, period_end,
                                    value, value_state, basis, issuer_basis, rule_version)
        values ('scraping_share_by_access', 1, 'ISSUER', 'ISS001', 'MONTH', '%1$s', last_day(date '%1$s'),
                %2$s, 'REPORTED', 'GATEWAY_LOG', 'THEN', '1')"""
        .formatted(month, value);
  }

  private static String submission(String id, String respondent) {
    return """
        insert into silver.submission (submission_id, unit, kind, round_id, respondent_id, state)
        values ('%1$s', 'R2026-03/issuer_survey/%2$s', 'SURVEY', 'R2026-03', '%2$s', 'ACCEPTED')"""
        .formatted(id, respondent);
  }

  private static String log(String id, String month) {
    return "insert into silver.log_file_day (submission_id, issuer_id, month, access_date) values"
        + " ('%s', 'ISS001', '%s', '%s')".formatted(id, month, month);
  }

  private Release release(int id, String... statements) {
    return given.release(
        id,
        Stream.concat(Stream.of(DEFINITION, ISSUERS), Stream.of(statements))
            .toArray(String[]::new));
  }

  private static ReleaseDiff secretariats(Release before, Release after) {
    return ReleaseDiff.of(before, after, Audience.SECRETARIAT);
  }

  @Test
  void tellsWhatMovedAppearedAndVanishedAndByHowMuch() {
    var before = release(1, rate("", 1, 2), rate("ISS001", 1, 4));
    var after = release(2, rate("", 3, 4), rate("ISS002", 1, 2));
    var diff = secretariats(before, after);
    assertThat(diff.changes())
        .extracting(change -> change.kind() + " " + change.subject().issuerId())
        .containsExactly("MOVED ", "VANISHED ISS001", "APPEARED ISS002");
    var moved = diff.changes().get(0);
    assertThat(moved.titleJa()).isEqualTo("契約締結率");
    assertThat(moved.unit()).isEqualTo("ratio");
    assertThat(moved.difference().orElseThrow()).isCloseTo(0.25, within(1e-12));
    assertThat(moved.relativeDifference().orElseThrow()).isCloseTo(0.5, within(1e-12));
    assertThat(moved.row()).hasSameSizeAs(FigureChange.COLUMNS);
    assertThat(secretariats(before, before).changes()).isEmpty();
  }

  @Test
  void findsNothingBetweenEqualReleases() {
    var before = release(1, rate("", 1, 2), submission("a", "ISS001"));
    var after = release(2, rate("", 1, 2), submission("b", "ISS001"));
    assertThat(secretariats(before, after).changes()).isEmpty();
  }

  @Test
  void namesTheSubmissionsThatTouchAFigure() {
    var before =
        release(
            1,
            rate("", 1, 4),
            rate("ISS001", 1, 2),
            rate("ISS002", 0, 2),
            submission("a", "ISS001"));
    var after =
        release(
            2,
            rate("", 3, 4),
            rate("ISS001", 2, 2),
            rate("ISS002", 1, 2),
            submission("b", "ISS001"),
            submission("c", "ISS002"));
    assertThat(secretariats(before, after).changes())
        .extracting(change -> change.subject().issuerId() + change.reasons())
        .containsExactly(
            "[NEW_SUBMISSION, REPLACED_SUBMISSION]",
            "ISS001[REPLACED_SUBMISSION]",
            "ISS002[NEW_SUBMISSION]");
    assertThat(ReleaseDiff.of(before, after, Audience.PUBLIC).changes())
        .isNotEmpty()
        .allSatisfy(change -> assertThat(change.reasons()).containsExactly(ChangeReason.DATA));
  }

  @Test
  void namesLateLogsForTheirMonthsOnly() {
    var before =
        release(1, share("2026-01-01", "0.5"), share("2026-02-01", "0.5"), log("a", "2026-01-01"));
    var after =
        release(
            2,
            share("2026-01-01", "0.4"),
            share("2026-02-01", "0.6"),
            log("a", "2026-01-01"),
            log("b", "2026-02-01"));
    assertThat(secretariats(before, after).changes())
        .extracting(change -> change.subject().periodStart() + " " + change.reasons())
        .containsExactly("2026-01-01 [OTHER]", "2026-02-01 [NEW_LOG]");
  }

  @Test
  void namesRulesDefinitionsAndRegisters() {
    var before =
        given.release(
            1,
            "d1",
            Map.of("secretariat/silver.issuer", "x", "secretariat/silver.agent_network", "n1"),
            DEFINITION,
            rate("", 1, 2),
            share("2026-01-01", "0.5"));
    var after =
        given.release(
            2,
            "d2",
            Map.of("secretariat/silver.issuer", "y", "secretariat/silver.agent_network", "n2"),
            DEFINITION.replace("a / b", "a / c"),
            rate("", 1, 4),
            share("2026-01-01", "0.6").replace("'THEN', '1'", "'THEN', '2'"));
    var changes = secretariats(before, after).changes();
    assertThat(changes.get(0).reasons())
        .containsExactly(ChangeReason.REGISTER, ChangeReason.DEFINITION, ChangeReason.DEFINITIONS);
    assertThat(changes.get(1).reasons())
        .containsExactly(
            ChangeReason.NETWORK_LIST,
            ChangeReason.REGISTER,
            ChangeReason.RULE_VERSION,
            ChangeReason.DEFINITIONS);
    assertThat(changes.get(0).reasonsJa()).isEqualTo("登録簿・母集団、この指標の定義、定義・規則の改定");
  }

  private static String correction(String id, String path, String target, String state) {
    return """
        insert into silver.correction (submission_id, line, path, target_id, cell, new_value, state)
        values ('%s', 2, '%s', '%s', 'C7', '3', '%s')"""
        .formatted(id, path, target, state);
  }

  @Test
  void tellsACorrectedCellFromANewSubmission() {
    var before =
        release(
            1,
            rate("ISS001", 1, 4),
            rate("ISS002", 1, 4),
            submission("a", "ISS001"),
            submission("b", "ISS002"),
            correction("k", "surveys/b.xlsx", "b", "COUNTS"));
    // The file of corrections has another line, and so another name; that of ISS002 still holds.
    var after =
        release(
            2,
            rate("ISS001", 2, 4),
            rate("ISS002", 3, 4),
            submission("a", "ISS001"),
            submission("c", "ISS002"),
            submission("b", "ISS002").replace("ACCEPTED", "SUPERSEDED"),
            correction("l", "surveys/b.xlsx", "b", "COUNTS"),
            correction("m", "surveys/a.xlsx", "a", "COUNTS"),
            correction("n", "surveys/c.xlsx", "c", "REFUSED"));
    assertThat(secretariats(before, after).changes())
        .extracting(change -> change.subject().issuerId() + change.reasons())
        .containsExactly("ISS001[CORRECTION]", "ISS002[REPLACED_SUBMISSION]");
    assertThat(secretariats(after, before).changes())
        .extracting(change -> change.subject().issuerId() + change.reasons())
        .containsExactly("ISS001[CORRECTION]", "ISS002[REPLACED_SUBMISSION]");
  }

  @Test
  void tellsACorrectedRegister() {
    var before =
        given.release(1, "d", Map.of("secretariat/silver.issuer", "x"), DEFINITION, rate("", 1, 2));
    var after =
        given.release(
            2,
            "d",
            Map.of("secretariat/silver.issuer", "y"),
            DEFINITION,
            rate("", 1, 4),
            correction("k", "register/issuers.csv", "a", "COUNTS"));
    assertThat(secretariats(before, after).changes().get(0).reasons())
        .containsExactly(ChangeReason.CORRECTION, ChangeReason.REGISTER);
  }

  @Test
  void comparesCountsOfAnswers() {
    String count =
        "insert into gold.answer_tabulation (round_id, question_id, option_code, value_state, n)"
            + " values ('R2026-03', 'A2_01', '%s', 'REPORTED', %d)";
    var before = release(1, count.formatted("LIVE", 3), count.formatted("NONE", 0));
    var after = release(2, count.formatted("LIVE", 5), count.formatted("NONE", 0));
    assertThat(secretariats(before, after).changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.subject().kind()).isEqualTo(FigureSubject.Kind.TABULATION);
              assertThat(change.subject().option()).isEqualTo("LIVE");
              assertThat(change.difference()).hasValue(2);
            });
    assertThat(ReleaseDiff.of(before, after, Audience.PUBLIC).changes()).isEmpty();
  }

  /** A table or a column that an older release has not is no fault. */
  @Test
  void comparesWhatAnOlderReleaseHas() {
    var before =
        release(
            1,
            rate("", 1, 2),
            "drop table if exists gold.answer_tabulation",
            "alter table gold.kpi_value drop column value_low",
            "drop table if exists silver.log_file_day",
            "drop table if exists silver.correction");
    var after = release(2, rate("", 3, 4), correction("k", "surveys/a.xlsx", "a", "COUNTS"));
    var diff = secretariats(before, after);
    assertThat(diff.changes()).hasSize(1);
    assertThat(diff.missing()).containsExactly("gold.answer_tabulation");
  }

  /** An opened file, as a server holds it, can be compared meanwhile. */
  @Test
  void comparesFilesThatAreOpen() {
    var before = release(1, rate("", 1, 2));
    var after = release(2, rate("", 3, 4));
    try (var one = before.open(Audience.SECRETARIAT);
        var two = after.open(Audience.SECRETARIAT)) {
      assertThat(List.of(one, two)).hasSize(2);
      assertThat(secretariats(before, after).changes()).hasSize(1);
    }
  }

  /** Releases of before the associations had files of their own give them the public's. */
  @Test
  void comparesAnAssociationsFileWithThePublicsOfAnOlderRelease() throws IOException {
    var before = release(1, rate("", 1, 2));
    for (var audience : List.of(Audience.ISSUER_ASSOCIATION, Audience.AGENT_ASSOCIATION)) {
      Files.delete(before.file(audience));
    }
    var after = release(2, rate("", 3, 4));
    assertThat(before.fileFor(Audience.ISSUER_ASSOCIATION)).isEqualTo(before.file(Audience.PUBLIC));
    assertThat(ReleaseDiff.of(before, after, Audience.ISSUER_ASSOCIATION).changes())
        .singleElement()
        .satisfies(change -> assertThat(change.difference().orElseThrow()).isPositive());
    assertThat(ReleaseDiff.of(after, before, Audience.AGENT_ASSOCIATION).changes()).hasSize(1);
  }

  /** A blank cell may be read as 0. */
  @Test
  void marksSuppressedNumbersInAFile() {
    var before = release(1, rate("", 1, 2));
    var after =
        release(
            2,
            rate("", 1, 2),
            "update gold.kpi_value set numerator = null, denominator = null, value = null,"
                + " value_state = 'SUPPRESSED'");
    var change = secretariats(before, after).changes().get(0);
    int numerator = FigureChange.COLUMNS.indexOf("new_numerator");
    int value = FigureChange.COLUMNS.indexOf("new_value");
    assertThat(change.markedRow().get(numerator)).isEqualTo("x");
    assertThat(change.markedRow().get(value)).isEqualTo("x");
    assertThat(change.row().get(value)).isNull();
    assertThat(change.markedRow().get(FigureChange.COLUMNS.indexOf("old_value"))).isEqualTo(0.5);
    assertThat(change.markedRow().get(FigureChange.COLUMNS.indexOf("old_value_low"))).isNull();
  }
}
