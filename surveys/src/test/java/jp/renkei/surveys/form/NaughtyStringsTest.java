package jp.renkei.surveys.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.renkei.surveys.AnswerRow;
import jp.renkei.surveys.AnswerRow.Notation;
import jp.renkei.surveys.Place;
import org.junit.jupiter.api.Test;

/** Law: a text comes out of a form as it went into it, whatever it looks like. */
class NaughtyStringsTest {
  private static final int AGENTS = 150;

  private static List<String> naughtyStrings() throws IOException {
    Path file =
        Path.of("..", "..", "shared", "data", "hostile", "naughty-strings", "blns.base64.json");
    assumeTrue(Files.isRegularFile(file), () -> "skipped: no test data at " + file);
    Matcher strings = Pattern.compile("\"([A-Za-z0-9+/=]*)\"").matcher(Files.readString(file));
    var naughty = new ArrayList<String>();
    while (strings.find()) {
      String text =
          new String(Base64.getDecoder().decode(strings.group(1)), StandardCharsets.UTF_8).strip();
      if (!text.isEmpty()) {
        naughty.add(text);
      }
    }
    return naughty;
  }

  @Test
  void comeBackAsTheyWere() throws IOException {
    List<String> naughty = naughtyStrings();
    assertThat(naughty).hasSizeGreaterThan(500);
    FormRequest request = SampleRequests.issuer(AGENTS, List.of());
    byte[] blank = BlankForm.write(request);
    int held = 2 * AGENTS;
    for (int from = 0; from < naughty.size(); from += held) {
      List<String> some = naughty.subList(from, Math.min(from + held, naughty.size()));
      byte[] filled =
          FormFilling.fill(
              blank, request.questionnaire(), LocalDate.of(2026, 4, 20), rows(request, some));
      FormFile form = FormFile.read("form.xlsx", filled, SampleRequests.CATALOG);
      assertThat(form.problems()).isEmpty();
      assertThat(
              form.unit().orElseThrow().rows().stream()
                  .filter(row -> row.questionId().equals("A9_03"))
                  .map(AnswerRow::freeText))
          .containsExactlyElementsOf(some);
    }
  }

  private static List<AnswerRow> rows(FormRequest request, List<String> texts) {
    var rows = new ArrayList<AnswerRow>();
    for (int i = 0; i < texts.size(); i++) {
      rows.add(
          new AnswerRow(
              Place.WHOLE_FILE,
              "1",
              "2026-04-20",
              "",
              i % 2 == 0 ? "INDIVIDUAL" : "CORPORATE",
              request.counterparties().get(i / 2).id(),
              "A9_03",
              "",
              "",
              texts.get(i),
              Notation.CSV));
    }
    return rows;
  }
}
