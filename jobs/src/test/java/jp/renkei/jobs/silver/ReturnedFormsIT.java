package jp.renkei.jobs.silver;

import static jp.renkei.jobs.silver.LandedForms.answer;
import static jp.renkei.jobs.silver.LandedForms.ofAgent;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.renkei.jobs.GivenRows;
import jp.renkei.jobs.GivenWarehouse;
import jp.renkei.jobs.run.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A returned workbook is taken or refused as a CSV is, and told by its cells. */
class ReturnedFormsIT {
  private static final Set<String> STEPS =
      Set.of("receive files", "registers", "gateway logs", "submissions");
  private static final LocalDate DAY = LocalDate.of(2026, 4, 20);
  private static final String CSV =
      LandedForms.SURVEY_HEADER + "issuer_survey,1,R2,ISS2,2026-04-20,,,,A3_01,YES,REPORTED,\n";
  @TempDir Path folder;
  private LandedForms forms;

  @BeforeEach
  void makeLanding() {
    forms = LandedForms.in(folder.resolve("landing"), 2);
  }

  private Tables run() {
    return new GivenWarehouse(folder.resolve("warehouse"))
        .landing(forms.landing())
        .run(step -> STEPS.contains(step.name()));
  }

  private static List<String> rows(Tables tables, String from, String columns) {
    return GivenRows.lines(tables.select("select * from " + from), columns);
  }

  @Test
  void keepsEveryAnswerWithItsSheetAndCell() {
    forms.form(
        "surveys/a.xlsx",
        DAY,
        List.of(
            answer("A1_02", "1200"),
            answer("A3_01", "YES"),
            answer("A10_02", "0.995"),
            answer("A13_01", "FRAUD|LOAD"),
            answer("L002", "A2_01", "LIVE", ""),
            answer("L002", "A2_02", "2025-04-01", ""),
            ofAgent("A9_01", "NEGOTIATING")));
    var tables = run();
    assertThat(
            rows(
                tables,
                "silver.submission where kind = 'SURVEY'",
                "unit | state | questionnaire_version | problems"))
        .containsExactly("R2/issuer_survey/ISS1 | ACCEPTED | 1 | 0");
    assertThat(
            rows(
                tables,
                "silver.answer where value_state = 'REPORTED' order by question_id",
                "question_id | product_line_id | counterparty_id | value | line"))
        .containsExactly(
            "A10_02 | - | - | 0.995 | -",
            "A13_01 | - | - | FRAUD|LOAD | -",
            "A1_02 | - | - | 1200 | -",
            "A2_01 | L002 | - | LIVE | -",
            "A2_02 | L002 | - | 2025-04-01 | -",
            "A3_01 | - | - | YES | -",
            "A9_01 | - | AGT1 | NEGOTIATING | -");
    assertThat(
            rows(
                tables,
                "silver.answer where sheet is null or cell not rlike '^[A-Z]+[0-9]+$'",
                "question_id"))
        .isEmpty();
    // A blank cell is an answer that was not given, never 0.
    assertThat(rows(tables, "silver.answer where question_id = 'A1_03'", "value | value_state"))
        .containsExactly("- | NOT_ANSWERED");
  }

  @Test
  void refusesAContradictingFormWholeAndNamesEachCell() {
    forms.place("surveys/other.csv", CSV);
    forms.form(
        "surveys/a.xlsx",
        DAY,
        List.of(answer("L001", "A2_01", "LIVE", ""), ofAgent("A9_02", "2027-01-01")));
    var tables = run();
    assertThat(
            tables.select(
                "select path, state, accepted, rejected from silver.submission where kind = 'SURVEY' order by path"))
        .extracting(row -> row.get("path") + " " + row.get("state"))
        .containsExactly("surveys/a.xlsx REFUSED", "surveys/other.csv ACCEPTED");
    assertThat(
            rows(
                tables,
                "silver.rejected where reason <> 'UNIT_REFUSED' order by place",
                "place | reason | found"))
        .hasSize(2)
        .allMatch(row -> row.matches("「.+」![A-Z]+[0-9]+ \\(A.+"))
        .anyMatch(row -> row.contains("A2_02") && row.contains("INCONSISTENT_ANSWERS"))
        .anyMatch(row -> row.contains("A9_02") && row.contains("DATE_OUT_OF_RANGE | 2027-01-01"));
    assertThat(
            tables.select(
                """
                select s.rejected, r.cells
                from   (select submission_id, rejected from silver.submission where state = 'REFUSED') s
                       join (select submission_id, count(distinct substring_index(place, ' (', 1)) as cells
                             from silver.rejected group by submission_id) r using (submission_id)
                where  s.rejected <> r.cells"""))
        .isEmpty();
  }

  @Test
  void goesOnWithTheRestWhereAWorkbookCannotBeRead() {
    forms.place("surveys/other.csv", CSV);
    forms.place("surveys/broken.xlsx", "PK\u0003\u0004 途中で切れた");
    forms.place("surveys/page.xlsx", "<html><table><tr><td>1</td></tr></table></html>");
    var tables = run();
    assertThat(rows(tables, "silver.answer", "respondent_id | value"))
        .containsExactly("ISS2 | YES");
    assertThat(
            rows(
                tables,
                "silver.submission where kind = 'SURVEY' order by path",
                "path | state | problems"))
        .containsExactly(
            "surveys/broken.xlsx | UNREADABLE | 1",
            "surveys/other.csv | ACCEPTED | 0",
            "surveys/page.xlsx | UNREADABLE | 1");
    assertThat(rows(tables, "silver.rejected order by path", "path | place | reason"))
        .allMatch(row -> row.contains(" | file | "))
        .hasSize(2);
  }

  @Test
  void storesNoCardNumberOfACell() {
    forms.form(
        "surveys/a.xlsx",
        DAY,
        List.of(
            answer("A15_04", "会員 4111 1111 1111 1111 の件"),
            answer("L001", "A2_04", "COST", "4111-1111-1111-1111")));
    var tables = run();
    assertThat(rows(tables, "silver.rejected where reason = 'CARD_NUMBER_FOUND'", "place | found"))
        .hasSize(2)
        .noneMatch(row -> row.contains("4111"));
    for (String table : List.of("bronze.received_row", "bronze.refused_row", "silver.rejected")) {
      assertThat(tables.select("select * from " + table).toString())
          .doesNotContain("4111 1111", "4111-1111");
    }
    assertThat(rows(tables, "silver.submission where kind = 'SURVEY'", "state"))
        .containsExactly("REFUSED");
  }

  @Test
  void countsOnceHoweverOftenItRunsAndInWhateverOrder() {
    byte[] first = forms.form("surveys/a.xlsx", DAY, List.of(answer("A1_02", "1")));
    forms.form("surveys/b.xlsx", DAY.plusDays(1), List.of(answer("A1_02", "2")));
    var tables = run();
    long version = tables.version(SubmissionSteps.ANSWER).orElseThrow();
    forms.place("surveys/copy-of-a.xlsx", first);
    assertThat(run().version(SubmissionSteps.ANSWER)).hasValue(version);
    assertThat(rows(tables, "silver.answer where question_id = 'A1_02'", "value"))
        .containsExactly("2");
    assertThat(rows(tables, "bronze.submission where kind = 'SURVEY'", "path")).hasSize(2);
  }
}
