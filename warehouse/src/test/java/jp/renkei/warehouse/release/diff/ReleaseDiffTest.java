package jp.renkei.warehouse.release.diff;

import static jp.renkei.warehouse.release.diff.ComparedReleases.DEFINITION;
import static jp.renkei.warehouse.release.diff.ComparedReleases.correction;
import static jp.renkei.warehouse.release.diff.ComparedReleases.rate;
import static jp.renkei.warehouse.release.diff.ComparedReleases.secretariats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import jp.renkei.warehouse.release.Audience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 数値の変更 between two releases. */
class ReleaseDiffTest {
  @TempDir Path warehouse;
  private ComparedReleases given;

  @BeforeEach
  void open() {
    given = new ComparedReleases(warehouse);
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

  @Test
  void tellsWhatMovedAppearedAndVanishedAndByHowMuch() {
    var before = given.release(1, rate("", 1, 2), rate("ISS001", 1, 4));
    var after = given.release(2, rate("", 3, 4), rate("ISS002", 1, 2));
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
    var before = given.release(1, rate("", 1, 2), submission("a", "ISS001"));
    var after = given.release(2, rate("", 1, 2), submission("b", "ISS001"));
    assertThat(secretariats(before, after).changes()).isEmpty();
  }

  @Test
  void namesTheSubmissionsThatTouchAFigure() {
    var before =
        given.release(
            1,
            rate("", 1, 4),
            rate("ISS001", 1, 2),
            rate("ISS002", 0, 2),
            submission("a", "ISS001"));
    var after =
        given.release(
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
        given.release(
            1, share("2026-01-01", "0.5"), share("2026-02-01", "0.5"), log("a", "2026-01-01"));
    var after =
        given.release(
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

  @Test
  void tellsACorrectedCellFromANewSubmission() {
    var before =
        given.release(
            1,
            rate("ISS001", 1, 4),
            rate("ISS002", 1, 4),
            submission("a", "ISS001"),
            submission("b", "ISS002"),
            correction("k", "surveys/b.xlsx", "b", "COUNTS"));
    // The file of corrections has another line, and so another name; that of ISS002 still holds.
    var after =
        given.release(
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
    var before = given.release(1, count.formatted("LIVE", 3), count.formatted("NONE", 0));
    var after = given.release(2, count.formatted("LIVE", 5), count.formatted("NONE", 0));
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
}
