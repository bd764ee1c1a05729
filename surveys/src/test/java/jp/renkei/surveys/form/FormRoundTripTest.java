package jp.renkei.surveys.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import jp.renkei.surveys.Problem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Law: what is filled into a form is what is read from it. */
class FormRoundTripTest {
  private static final LocalDate SUBMITTED_ON = LocalDate.of(2026, 4, 20);

  static byte[] filled(FormRequest request, long seed) {
    return FormFilling.fill(
        BlankForm.write(request),
        request.questionnaire(),
        SUBMITTED_ON,
        RandomAnswers.of(request, seed));
  }

  static Map<String, String> expected(FormRequest request, long seed) {
    var answers =
        CheckedForm.answers(CheckedForm.unit(request, RandomAnswers.of(request, seed)), request);
    assertThat(answers).hasSizeGreaterThan(30);
    assertThat(answers.values()).anyMatch(answer -> answer.startsWith("REPORTED "));
    return answers;
  }

  static Map<String, String> read(byte[] content, FormRequest request) {
    FormFile form = FormFile.read("form.xlsx", content, SampleRequests.CATALOG);
    assertThat(form.problems().stream().map(Problem::japanese)).isEmpty();
    assertThat(form.identity().orElseThrow().respondentId()).isEqualTo(request.respondent().id());
    return CheckedForm.answers(form.unit().orElseThrow(), request);
  }

  @Property(tries = 12)
  void issuersGetBackWhatTheyFilledIn(@ForAll long seed) {
    FormRequest request = SampleRequests.issuer(4, SampleRequests.lastAnswers());
    assertThat(read(filled(request, seed), request)).isEqualTo(expected(request, seed));
  }

  @Property(tries = 12)
  void agentsGetBackWhatTheyFilledIn(@ForAll long seed) {
    FormRequest request = SampleRequests.agent(1, 6);
    assertThat(read(filled(request, seed), request)).isEqualTo(expected(request, seed));
  }

  @Property(tries = 12)
  void agentsGetBackWhatTheyFilledIntoTheSecondVersion(@ForAll long seed) {
    FormRequest request = SampleRequests.agent(2, 6);
    assertThat(read(filled(request, seed), request)).isEqualTo(expected(request, seed));
  }

  @Property(tries = 3)
  void anotherProgramsCopyReadsTheSame(@ForAll long seed) throws IOException {
    FormRequest request = SampleRequests.issuer(4, SampleRequests.lastAnswers());
    var copy = new ByteArrayOutputStream();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(filled(request, seed)))) {
      workbook.write(copy);
    }
    assertThat(read(copy.toByteArray(), request)).isEqualTo(expected(request, seed));
  }
}
