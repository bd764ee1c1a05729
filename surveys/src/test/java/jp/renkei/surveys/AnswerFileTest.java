package jp.renkei.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerFileTest {
  private static final QuestionnaireCatalog CATALOG = QuestionnaireCatalog.load();

  @Example
  void keepsTheUnitsOfOneFileApart() {
    var other = new ArrayList<>(AnswerCsv.ROW);
    other.set(3, "ISS002");
    AnswerFile file =
        AnswerFile.read("a.csv", AnswerCsv.bytes(List.of(AnswerCsv.ROW, other, AnswerCsv.ROW)));
    assertThat(file.units())
        .extracting(AnswerUnit::respondentId)
        .containsExactly("ISS001", "ISS002");
    assertThat(file.units().get(0).rows())
        .extracting(row -> row.place().line())
        .containsExactly(2L, 4L);
  }

  @Example
  void handsOutNoUnitsOfABrokenFile() {
    String text =
        new String(AnswerCsv.bytes(List.of(AnswerCsv.ROW)), StandardCharsets.UTF_8)
            .replace(",free_text", "");
    AnswerFile file = AnswerFile.read("a.csv", text.getBytes(StandardCharsets.UTF_8));
    assertThat(file.units()).isEmpty();
    assertThat(file.problems().get(0).english())
        .startsWith("a.csv line 1: found 'questionnaire_id,questionnaire_version,round_id,")
        .endsWith(
            "expected a column 'free_text'. Add the column free_text to the header and its values"
                + " to every row.");
  }

  @Example
  void asksForTheRespondentOfEveryRow() {
    var row = new ArrayList<>(AnswerCsv.ROW);
    row.set(3, " ");
    assertThat(AnswerFile.read("a.csv", AnswerCsv.bytes(List.of(row))).problems())
        .extracting(Problem::english)
        .containsExactly(
            "a.csv line 2 (respondent_id): found nothing, expected a value in respondent_id."
                + " Fill it in.");
  }

  @Property(tries = 300)
  void readsBackWhatAnyValidUnitSays(@ForAll("answers") Map<String, String> answers) {
    var rows = new ArrayList<List<String>>();
    answers.forEach(
        (question, value) -> {
          var row = new ArrayList<>(AnswerCsv.ROW);
          row.set(8, question);
          row.set(9, value);
          rows.add(row);
        });
    AnswerFile file = AnswerFile.read("a.csv", AnswerCsv.bytes(rows));
    assertThat(file.problems()).isEmpty();
    UnitCheck check = UnitCheck.of(file.units().get(0), CATALOG, new SampleRegister());
    assertThat(check.problems()).isEmpty();
    var read = new LinkedHashMap<String, String>();
    check.answers().forEach(answer -> read.put(answer.questionId(), answer.value()));
    assertThat(read).isEqualTo(answers);
  }

  @Provide
  Arbitrary<Map<String, String>> answers() {
    var questions =
        CATALOG.questionnaire("issuer_survey", 1).orElseThrow().questions().stream()
            .filter(question -> question.askedBy() == Question.AskedBy.RESPONDENT)
            // Who says nothing but who it is has answered nothing.
            .filter(question -> !question.isPrefilled())
            .toList();
    return Arbitraries.subsetOf(questions)
        .ofMinSize(1)
        .flatMap(
            asked ->
                net.jqwik.api.Combinators.combine(asked.stream().map(this::answer).toList())
                    .as(
                        pairs -> {
                          var answers = new LinkedHashMap<String, String>();
                          pairs.forEach(pair -> answers.put(pair.get(0), pair.get(1)));
                          return answers;
                        }));
  }

  private Arbitrary<List<String>> answer(Question question) {
    return value(question).map(value -> List.of(question.id(), value));
  }

  private Arbitrary<String> value(Question question) {
    return switch (question.type()) {
      case INTEGER ->
          Arbitraries.longs()
              .between(question.range().lowest(), question.range().highest())
              .map(String::valueOf);
      case DECIMAL ->
          Arbitraries.integers()
              .between(0, 10_000)
              .map(n -> java.math.BigDecimal.valueOf(n, 4))
              .map(n -> n.signum() == 0 ? "0" : n.stripTrailingZeros().toPlainString());
      case DATE ->
          Arbitraries.integers()
              .between(0, 40_000)
              .map(days -> AnswerValue.EARLIEST.plusDays(days).toString());
      case YES_NO -> Arbitraries.of("YES", "NO");
      case URL ->
          Arbitraries.strings()
              .alpha()
              .ofMinLength(1)
              .map(path -> "https://renkei.example/" + path);
      case CHOICE -> Arbitraries.of(question.codes());
      case MULTI ->
          Arbitraries.subsetOf(
                  question.options().stream()
                      .filter(option -> !option.isExclusive())
                      .map(Question.Option::code)
                      .toList())
              .ofMinSize(1)
              .ofMaxSize(question.maxChoices() > 0 ? question.maxChoices() : 5)
              .map(codes -> String.join("|", new TreeSet<>(codes)));
      case TEXT ->
          question.format() == Question.Format.CORPORATE_NUMBER
              ? Arbitraries.strings()
                  .numeric()
                  .ofLength(12)
                  .map(twelve -> CorporateNumber.checkDigit(twelve) + twelve)
              : Arbitraries.strings()
                  .withChars("架空カードabc,\"\n|'； ＡＢ－～")
                  .ofMinLength(1)
                  .map(text -> "「" + text + "」");
    };
  }

  @Test
  void refusesAFileOfWhichMostRowsNameNoUnit() {
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < 2_002; i++) {
      var row = new ArrayList<>(AnswerCsv.ROW);
      row.set(3, i % 2 == 0 ? "" : "ISS001");
      rows.add(row);
    }
    AnswerFile file = AnswerFile.read("answers.csv", AnswerCsv.bytes(rows));
    assertThat(file.units()).isEmpty();
    assertThat(file.problems())
        .extracting(Problem::japanese)
        .containsExactly(
            "answers.csv：調査票・調査回・回答者の記入のない行が1000行未満のファイルが必要です。"
                + "すべての行にquestionnaire_id、round_id、respondent_idを記入してください。");
  }

  @Test
  void listsAThousandErrorsOfAUnitAndSaysThatThereAreMore() {
    var lines = new String[3_000];
    Arrays.fill(lines, ",,,A1_02,約1万,,");
    var problems =
        UnitCheck.of(AnswerCsv.issuer(lines), QuestionnaireCatalog.load(), new SampleRegister())
            .problems();
    assertThat(problems).hasSize(1_001);
    assertThat(problems.get(1_000).reason()).isEqualTo(Problem.Reason.TOO_MANY_PROBLEMS);
  }

  @Test
  void takesAUnitOfWhichEveryValueIsReadAsAnotherForm() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 1_500; i++) {
      lines.add(",INDIVIDUAL,AGT%04d,A9_01,申入れなし,,".formatted(i));
    }
    UnitCheck check =
        UnitCheck.of(
            AnswerCsv.issuer(lines.toArray(String[]::new)),
            QuestionnaireCatalog.load(),
            new SampleRegister());
    assertThat(check.isAccepted()).isTrue();
    assertThat(check.answers()).hasSize(1_500);
    assertThat(check.problems().stream().filter(each -> each.severity() == Problem.Severity.NOTICE))
        .hasSize(1_000);
    assertThat(check.problems())
        .extracting(Problem::reason)
        .contains(Problem.Reason.TOO_MANY_PROBLEMS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "お世話になっております。\n回答は来週お送りします。\n",
        "<!DOCTYPE html>\n<html><body>a, b, c</body></html>\n",
        "{\"questionnaire_id\": 1,\n \"round_id\": 2}\n",
        "issuer_id,name_ja\nISS001,架空\n"
      })
  void saysOnceOfAnotherFileThatItIsNoSurvey(String content) {
    AnswerFile file = AnswerFile.read("memo.txt", content.getBytes(StandardCharsets.UTF_8));
    assertThat(file.units()).isEmpty();
    assertThat(file.problems().stream().map(Problem::japanese))
        .containsExactly(
            "memo.txt：調査票の列が一つもないファイル。調査票（事務局から届いた様式、又は1行目に列名のあるCSV）が必要です。"
                + "事務局から届いた様式（Excel）に記入し、そのファイルを選び直してください。");
  }

  @Test
  void countsACauseThatRepeatsLineByLine() {
    var text = new BilingualText("no card number", "カード番号を含まない値");
    var problems = new ArrayList<Problem>();
    for (int line = 1; line <= 117; line++) {
      problems.add(
          Problem.error(
              "a.txt",
              Place.line(line),
              Problem.Reason.CARD_NUMBER_FOUND,
              "x" + line,
              text,
              BilingualText.NONE));
    }
    assertThat(RepeatedProblems.counted(problems).stream().map(Problem::japanese))
        .containsExactly("a.txt 1行目：「x1」ほか、同じ内容が116か所。カード番号を含まない値が必要です。");
    assertThat(RepeatedProblems.counted(problems.subList(0, 1))).isEqualTo(problems.subList(0, 1));
  }

  @Test
  void refusesAFileThatASmallHeapCannotHold() {
    AnswerFile file = AnswerFile.read("answers.csv", new byte[21 * 1024 * 1024]);
    assertThat(file.problems())
        .extracting(Problem::reason)
        .containsExactly(Problem.Reason.TOO_LARGE);
  }
}
