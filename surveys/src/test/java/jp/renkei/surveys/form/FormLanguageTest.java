package jp.renkei.surveys.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Question.Option;
import jp.renkei.surveys.ValueState;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Who fills in a form has seen labels only, and is told labels only, in either language. */
class FormLanguageTest {
  private static final FormRequest REQUEST = SampleRequests.issuer(2, List.of());
  private static final List<Problem> PROBLEMS = problems();

  private static List<Problem> problems() {
    byte[] filled = EditedForm.of(BlankForm.write(REQUEST), FormLanguageTest::contradict);
    var form = FormFile.read("返送.xlsx", filled, SampleRequests.CATALOG);
    var problems = new ArrayList<>(form.problems());
    problems.addAll(CheckedForm.contradictions(form.unit().orElseThrow(), REQUEST));
    return problems;
  }

  private static void contradict(XSSFWorkbook book) {
    EditedForm.cell(book, "answer_A2_01").setCellValue("導入予定（時期が決まっている）");
    EditedForm.cell(book, "answer_A9_01").setCellValue("申入れなし");
    EditedForm.cell(book, "answer_A9_03").setCellValue(5);
    EditedForm.cell(book, "answer_A3_01").setCellValue("YES ");
    EditedForm.cell(book, "answer_A3_03").setCellValue("検討中");
    EditedForm.cell(book, "state_A3_02").setCellValue("値なし");
    EditedForm.cell(book, "answer_A1_01").setCellValue("不明");
    for (String merit : List.of("FRAUD", "LOAD", "NONE")) {
      EditedForm.cell(book, "answer_A13_01_" + merit).setCellValue("○");
    }
    REQUEST
        .questionnaire()
        .question("A14_01")
        .orElseThrow()
        .codes()
        .forEach(code -> EditedForm.cell(book, "answer_A14_01_" + code).setCellValue("○"));
  }

  private static List<String> of(String question) {
    return PROBLEMS.stream()
        .filter(problem -> problem.place().subject().startsWith(question))
        .map(problem -> problem.japanese().replaceFirst(".*?：", ""))
        .toList();
  }

  @Test
  void namesConditionsAndChoicesByTheirLabels() {
    assertThat(of("A2_03"))
        .containsExactly("空欄です。A2_01 API導入状況（基準日時点）が「導入予定（時期が決まっている）」のため、回答が必要です。記入してください。");
    assertThat(of("A9_03"))
        .containsExactly(
            "「5」とあります。空欄（値を記入できるのは、A9_01 契約締結状況（基準日時点）が「締結済み」の場合だけ）"
                + "としてください。値を空欄にし、値の状態で「該当なし」を選んでください。");
    assertThat(of("A13_01"))
        .singleElement()
        .asString()
        .contains("、特にない」とあります。「特にない」は単独での選択としてください。");
    assertThat(of("A14_01")).singleElement().asString().contains("3個以下の選択としてください。");
  }

  @Test
  void saysNoCodeThatAFormDoesNotShow() {
    List<String> codes =
        Stream.concat(
                REQUEST.questionnaire().questions().stream()
                    .flatMap(question -> question.choices().stream())
                    .filter(option -> !isShown(option))
                    .map(Option::code),
                Arrays.stream(ValueState.values()).map(Enum::name))
            .distinct()
            .toList();
    assertThat(PROBLEMS).hasSizeGreaterThan(6);
    for (Problem problem : PROBLEMS) {
      for (String text : List.of(problem.japanese(), problem.english())) {
        assertThat(text.replace("「YES」", "").replace("'YES'", "").split("[^A-Z_]+"))
            .as(text)
            .doesNotContainAnyElementsOf(codes);
      }
    }
  }

  /** Some codes are words of their own labels. */
  private static boolean isShown(Option option) {
    return REQUEST.questionnaire().questions().stream()
            .map(Question::label)
            .anyMatch(label -> label.contains(option.code()))
        || option.label().contains(option.code());
  }
}
