package jp.renkei.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jp.renkei.surveys.Problem.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitCheckTest {
  private static final QuestionnaireCatalog CATALOG = QuestionnaireCatalog.load();

  private static UnitCheck check(AnswerUnit unit) {
    return UnitCheck.of(unit, CATALOG, new SampleRegister());
  }

  private static List<String> english(AnswerUnit unit) {
    return check(unit).problems().stream().map(Problem::english).toList();
  }

  private static List<Reason> reasons(AnswerUnit unit) {
    return check(unit).problems().stream().map(Problem::reason).toList();
  }

  @Test
  void keepsAnswersInTheirCanonicalForm() {
    UnitCheck check =
        check(
            AnswerCsv.issuer(
                ",,,A1_02,001234567,,",
                ",,,A10_02,0.9950,REPORTED,",
                ",,,A14_01,VENDOR|COST|COST,,理由",
                ",,,A3_01,YES,,",
                ",,,A3_02,,,",
                ",,,A8_01,,WITHHELD,"));
    assertThat(check.problems()).isEmpty();
    assertThat(check.answers())
        .extracting(
            answer -> answer.questionId() + "=" + answer.value() + " " + answer.valueState())
        .containsExactly(
            "A1_02=1234567 REPORTED",
            "A10_02=0.995 REPORTED",
            "A14_01=COST|VENDOR REPORTED",
            "A3_01=YES REPORTED",
            "A3_02= NOT_ANSWERED",
            "A8_01= WITHHELD");
    assertThat(check.answers().get(0).submittedAt()).hasToString("2026-04-20T00:00+09:00");
    assertThat(check.answers().get(2).freeText()).isEqualTo("理由");
    assertThat(check.answers().get(2).place().line()).isEqualTo(4);
  }

  @Test
  void saysInBothLanguagesWhatIsWrongWithADate() {
    UnitCheck check = check(AnswerCsv.issuer("PL001,,,A2_02,2026年4月中,,"));
    assertThat(check.answers()).isEmpty();
    assertThat(check.problems().get(0).english())
        .isEqualTo(
            "answers.csv line 2 (A2_02 APIの提供開始日（導入済みの場合）): found '2026年4月中',"
                + " expected a date YYYY-MM-DD. Enter the day too, for example 2026-04-01 or 2026-04-30.");
    assertThat(check.problems().get(0).japanese())
        .isEqualTo(
            "answers.csv 2行目 (A2_02 APIの提供開始日（導入済みの場合）)：「2026年4月中」とあります。"
                + "日付（YYYY-MM-DD）としてください。2026-04-01又は2026-04-30のように日まで記入してください。");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        ",,,A9_99,1,,; UNKNOWN_ID",
        ",,,B1_01,1,,; UNKNOWN_ID",
        ",,,A1_02,many,,; WRONG_TYPE",
        ",,,A1_02,1.5,,; WRONG_TYPE",
        ",,,A1_02,-1,,; OUT_OF_RANGE",
        ",,,A1_02,4111111111111111,,; CARD_NUMBER_FOUND",
        ",,,A10_02,1.01,,; OUT_OF_RANGE",
        ",,,A10_02,99.5,,; OUT_OF_RANGE",
        ",,,A10_03,44641,,; OUT_OF_RANGE",
        ",,,A11_03,1989-12-31,,; DATE_OUT_OF_RANGE",
        ",,,A11_03,2026-02-30,,; WRONG_TYPE",
        ",,,A3_01,maybe,,; UNKNOWN_CODE",
        ",,,A3_02,renkei.example,,; WRONG_TYPE",
        ",,,A7_01,SAML,,; UNKNOWN_CODE",
        ",,,A14_01,COST|REVENUE|VENDOR|STAFF,,; TOO_MANY_CHOICES",
        ",,,A14_01,COST||VENDOR,,; UNKNOWN_CODE",
        ",,,A0_01,1234567890123,,; WRONG_CHECK_DIGIT",
        ",,,A0_01,12345,,; WRONG_TYPE",
        ",,,A0_03,電話 4111-1111-1111-1111,,; CARD_NUMBER_FOUND",
        ",,,A14_01,COST,,番号は4111 1111 1111 1111; CARD_NUMBER_FOUND",
        ",,,A1_02,1,SUPPRESSED,; UNKNOWN_CODE",
        ",,,A1_02,1,UNKNOWN,; UNEXPECTED_VALUE",
        ",,,A1_02,,REPORTED,; MISSING_VALUE",
        "PL001,,,A1_02,1,,; WRONG_GRAIN",
        ",,,A1_01,1,,; WRONG_GRAIN",
        ",INDIVIDUAL,,A9_01,NONE,,; WRONG_GRAIN",
        ",RETAIL,AGT001,A9_01,NONE,,; UNKNOWN_CODE",
        "PL999,,,A1_01,1,,; UNKNOWN_ID",
        ",INDIVIDUAL,4111111111111111,A9_01,NONE,,; CARD_NUMBER_FOUND",
        "PL001,,,A2_01,LIVE,,; INCONSISTENT_ANSWERS",
        "PL001,,,A2_01,PLANNED,,; INCONSISTENT_ANSWERS",
        "PL001,,,A2_02,2026-04-01,,; DATE_OUT_OF_RANGE",
        ",INDIVIDUAL,AGT001,A9_03,5,,; INCONSISTENT_ANSWERS INCONSISTENT_ANSWERS"
      })
  void refusesOneWrongRow(String line, String expected) {
    UnitCheck check = check(AnswerCsv.issuer(line));
    assertThat(check.isAccepted()).isFalse();
    assertThat(check.answers()).isEmpty();
    assertThat(String.join(" ", check.problems().stream().map(p -> p.reason().name()).toList()))
        .isEqualTo(expected);
    assertThat(check.problems().toString()).doesNotContain("4111111111111111", "4111-1111");
  }

  @Test
  void saysWhereTheSameAnswerStandsAlready() {
    assertThat(english(AnswerCsv.issuer(",,,A1_02,1,,", ",,,A3_01,NO,,", ",,,A1_02,2,,")))
        .containsExactly(
            "answers.csv line 4 (A1_02 会員数（基準日時点）): found 'A1_02',"
                + " expected each answer once; it stands at line 2 too. Remove one of the two.");
  }

  @Test
  void takesASignedCellWithAccountsAndAStartDate() {
    assertThat(
            reasons(
                AnswerCsv.issuer(
                    ",INDIVIDUAL,AGT001,A9_01,SIGNED,,",
                    ",INDIVIDUAL,AGT001,A9_02,2025-10-01,,",
                    ",INDIVIDUAL,AGT001,A9_03,10,,",
                    ",INDIVIDUAL,AGT001,A9_05,2025-04-01,,",
                    ",CORPORATE,AGT001,A9_01,NONE,,",
                    ",CORPORATE,AGT001,A9_03,,NOT_APPLICABLE,")))
        .isEmpty();
  }

  @Test
  void findsContradictionsWithinACell() {
    assertThat(
            english(
                AnswerCsv.issuer(
                    ",INDIVIDUAL,AGT001,A9_01,DECLINED,,",
                    ",INDIVIDUAL,AGT001,A9_02,2025-10-01,,",
                    ",INDIVIDUAL,AGT001,A9_03,0,,",
                    ",INDIVIDUAL,AGT001,A9_05,2025-10-02,,")))
        .containsExactly(
            "answers.csv line 5 (A9_05 接続申入れの受付日): found '2025-10-02', expected a date not"
                + " after A9_02 API接続開始日, which is 2025-10-01. Check both dates.",
            "answers.csv line 4 (A9_03 API連携アカウント数（会員サイトのログインID単位、基準日時点）):"
                + " found '0', expected no figure unless A9_01 契約締結状況（基準日時点） is SIGNED (締結済み)."
                + " Leave the value blank and choose the value state NOT_APPLICABLE (該当なし).");
  }

  @Test
  void namesCodesWithTheirLabelsToWhoeverWritesCodes() {
    var problems =
        check(
                AnswerCsv.issuer(
                    ",INDIVIDUAL,AGT001,A9_01,NONE,,",
                    ",INDIVIDUAL,AGT001,A9_03,5,,",
                    ",,,A3_01,MAYBE,,"))
            .problems();
    assertThat(problems.stream().map(Problem::japanese))
        .anyMatch(text -> text.contains("がSIGNED（締結済み）の場合だけ"))
        .anyMatch(text -> text.contains("「NOT_APPLICABLE（該当なし）」を選んで"))
        .anyMatch(text -> text.contains("次のいずれか（YES（はい）、NO（いいえ））としてください。"));
    assertThat(problems.stream().map(Problem::english))
        .anyMatch(text -> text.contains("expected one of YES (はい), NO (いいえ)."));
  }

  @Test
  void comparesTotalsWithTheirParts() {
    assertThat(
            reasons(
                AnswerCsv.agent(
                    ",,,B1_01,10,,",
                    ",,,B1_02,11,,",
                    ",,,B5_01,0,,",
                    ",,,B5_02,1,,",
                    ",INDIVIDUAL,ISS001,B3_01,NONE,,",
                    ",INDIVIDUAL,ISS001,B3_02,,NOT_APPLICABLE,",
                    ",INDIVIDUAL,ISS001,B3_03,7,,",
                    ",INDIVIDUAL,ISS001,B3_08,1,,")))
        .containsExactly(
            Reason.INCONSISTENT_ANSWERS, Reason.INCONSISTENT_ANSWERS, Reason.INCONSISTENT_ANSWERS);
    assertThat(
            reasons(
                AnswerCsv.agent(
                    ",INDIVIDUAL,ISS001,B3_01,NONE,,",
                    ",INDIVIDUAL,ISS001,B3_02,,NOT_APPLICABLE,",
                    ",INDIVIDUAL,ISS001,B3_03,7,,",
                    ",INDIVIDUAL,ISS001,B3_08,0,,")))
        .isEmpty();
  }

  @Test
  void warnsAboutStrangersAndContractsWithoutAccountsButTakesTheUnit() {
    UnitCheck check =
        check(
            AnswerCsv.agent(
                ",INDIVIDUAL,ISS999,B3_01,SIGNED,,",
                ",INDIVIDUAL,ISS999,B3_02,0,,準備中",
                ",CORPORATE,ISS999,B3_01,NONE,,"));
    assertThat(check.isAccepted()).isTrue();
    assertThat(check.answers()).hasSize(3);
    assertThat(check.problems().stream().map(Problem::reason))
        .containsExactly(Reason.UNKNOWN_COUNTERPARTY, Reason.INCONSISTENT_ANSWERS);
  }

  @Test
  void warnsWhenNoneIsChosenTogetherWithSomething() {
    UnitCheck check = check(AnswerCsv.issuer(",,,A13_01,NONE|FRAUD,,", ",,,A13_02,NONE,,"));
    assertThat(check.isAccepted()).isTrue();
    assertThat(check.problems().stream().map(Problem::english))
        .containsExactly(
            "answers.csv line 2 (A13_01 API連携のメリット（複数選択）): found 'FRAUD|NONE', expected NONE (特にない)"
                + " by itself, or without it. Keep either it or the others.");
  }

  @Test
  void refusesUnknownRoundsVersionsRespondentsAndTimesAtOnce() {
    var row = new ArrayList<>(AnswerCsv.ROW);
    row.set(1, "2");
    row.set(2, "R1999-01");
    row.set(4, "yesterday");
    AnswerUnit unit = AnswerFile.read("a.csv", AnswerCsv.bytes(List.of(row))).units().get(0);
    assertThat(reasons(unit))
        .containsExactly(Reason.WRONG_TYPE, Reason.UNKNOWN_VERSION, Reason.UNKNOWN_ID);
    assertThat(english(AnswerCsv.unit("issuer_survey", "ISS404", ",,,A3_01,YES,,")))
        .containsExactly(
            "answers.csv line 2 (respondent_id): found 'ISS404', expected the id of a card company"
                + " valid on 2026-03-31. Check the id, or tell the secretariat that the register"
                + " lacks it.");
    assertThat(reasons(AnswerCsv.unit("user_survey", "ISS001", ",,,A3_01,YES,,")))
        .containsExactly(Reason.UNKNOWN_ID);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-20T10:00:00, 2026-04-20T10:00+09:00",
    "2026-04-20T10:00:00Z, 2026-04-20T19:00+09:00",
    "2026-04-20T10:00:00-05:00, 2026-04-21T00:00+09:00",
    "2026-04-20 10:00, 2026-04-20T10:00+09:00",
    "2026-04-20, 2026-04-20T00:00+09:00"
  })
  void readsTimesWithAndWithoutOffset(String text, String expected) {
    assertThat(SubmissionTime.parse(text).orElseThrow()).hasToString(expected);
  }
}
