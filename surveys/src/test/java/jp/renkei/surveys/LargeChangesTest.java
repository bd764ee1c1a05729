package jp.renkei.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jp.renkei.surveys.Problem.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A count far from the last round's asks for a reason, and never refuses. */
class LargeChangesTest {
  private static final QuestionnaireCatalog CATALOG = QuestionnaireCatalog.load();

  private static List<Answer> last(AnswerUnit unit) {
    return UnitCheck.of(unit, CATALOG, new SampleRegister()).answers();
  }

  private static List<Problem> problems(AnswerUnit now, AnswerUnit last) {
    var check = UnitCheck.of(now, CATALOG, new SampleRegister(), last(last));
    assertThat(check.isAccepted()).isTrue();
    return check.problems();
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1300, false",
    "1000, 1301, true",
    "1000, 700, false",
    "1000, 699, true",
    "1000, 0, true",
    "0, 0, false",
    "0, 10, false",
    "0, 11, true",
    "1, 2, false",
    "10, 0, false",
    "11, 0, true",
    "99999999999, 130000000000, true"
  })
  void warnsBeyondThirtyPerCentButNotOfTinyMoves(String last, String now, boolean isWarned) {
    var problems =
        problems(
            AnswerCsv.issuer(",,,A1_02," + now + ",,"),
            AnswerCsv.issuer(",,,A1_02," + last + ",,"));
    assertThat(problems).hasSize(isWarned ? 1 : 0);
    assertThat(problems).allMatch(problem -> problem.reason() == Reason.LARGE_CHANGE);
  }

  @Test
  void saysBothFiguresAndWhatWouldBeNoSurprise() {
    var problem =
        problems(AnswerCsv.issuer(",,,A1_02,900,,"), AnswerCsv.issuer(",,,A1_02,120,,")).get(0);
    assertThat(problem.isWarning()).isTrue();
    assertThat(problem.english())
        .isEqualTo(
            "answers.csv line 2 (A1_02 会員数（基準日時点）): found '900', expected last time (R2026-03) 120, now"
                + " 900: a count from 84 to 156 (within 30 % or 10), or the reason why. Check the"
                + " figure; where it is right, say why it moved, beside it or on the upload page.");
    assertThat(problem.japanese())
        .isEqualTo(
            "answers.csv 2行目 (A1_02 会員数（基準日時点）)：「900」とあります。前回（R2026-03）120 → 今回 900："
                + "84～156（増減30％又は10以内）の値、又は理由を添えた値としてください。"
                + "数値を確認し、正しければ増減の理由を、補足の欄か提出の画面で書いてください。");
  }

  @Test
  void takesAReasonForAnAnswerAndDoesNotAskWhyItIsThere() {
    assertThat(
            problems(AnswerCsv.issuer(",,,A1_02,900,,合併のため"), AnswerCsv.issuer(",,,A1_02,120,,")))
        .isEmpty();
  }

  @Test
  void comparesEachLineAndCellWithItselfOnly() {
    var last =
        AnswerCsv.agent(
            ",INDIVIDUAL,ISS001,B3_01,NONE,,",
            ",INDIVIDUAL,ISS001,B3_03,100,,",
            ",CORPORATE,ISS001,B3_01,NONE,,",
            ",CORPORATE,ISS001,B3_03,5000,,");
    var now =
        AnswerCsv.agent(
            ",INDIVIDUAL,ISS001,B3_01,NONE,,",
            ",INDIVIDUAL,ISS001,B3_03,5000,,",
            ",CORPORATE,ISS001,B3_01,NONE,,",
            ",CORPORATE,ISS001,B3_03,5000,,");
    assertThat(problems(now, last))
        .singleElement()
        .extracting(problem -> problem.place().line())
        .isEqualTo(3L);
  }

  @Test
  void comparesNothingWithABlank() {
    assertThat(problems(AnswerCsv.issuer(",,,A1_02,900,,"), AnswerCsv.issuer(",,,A1_02,,UNKNOWN,")))
        .isEmpty();
    assertThat(
            problems(AnswerCsv.issuer(",,,A1_02,,WITHHELD,"), AnswerCsv.issuer(",,,A1_02,900,,")))
        .isEmpty();
    assertThat(problems(AnswerCsv.issuer(",,,A1_02,900,,"), AnswerCsv.issuer(",,,A3_01,YES,,")))
        .isEmpty();
  }

  @Test
  void comparesARenamedQuestionWithWhatItWasCalledThen() {
    var last = AnswerCsv.agent(",,,B8_03,2,,");
    var now = AnswerCsv.agent(",,,B8_04,40,,", ",,,B6_03,900,,");
    var rows =
        now.rows().stream()
            .map(
                row ->
                    new AnswerRow(
                        row.place(),
                        "2",
                        row.submittedAt(),
                        "",
                        "",
                        "",
                        row.questionId(),
                        row.value(),
                        "",
                        "",
                        row.notation()))
            .toList();
    var unit =
        new AnswerUnit("b.csv", "R2026-03", "agent_survey", "AGT001", rows, List.of(), List.of());
    assertThat(UnitCheck.of(unit, CATALOG, new SampleRegister(), last(last)).problems())
        .filteredOn(problem -> problem.reason() == Reason.LARGE_CHANGE)
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.english()).contains("B8_04", "last time (R2026-03) 2, now 40"));
  }

  @Test
  void tellsThemBesideTheErrorsOfARefusedUnit() {
    var check =
        UnitCheck.of(
            AnswerCsv.issuer(",,,A1_02,900,,", ",,,A1_03,many,,"),
            CATALOG,
            new SampleRegister(),
            last(AnswerCsv.issuer(",,,A1_02,120,,")));
    assertThat(check.isAccepted()).isFalse();
    assertThat(new ArrayList<>(check.problems()))
        .extracting(Problem::reason)
        .containsExactly(Reason.WRONG_TYPE, Reason.LARGE_CHANGE);
  }
}
