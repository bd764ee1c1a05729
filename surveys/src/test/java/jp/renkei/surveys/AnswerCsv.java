package jp.renkei.surveys;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes the long CSV for tests. */
final class AnswerCsv {
  static final List<String> ROW =
      List.of(
          "issuer_survey",
          "1",
          "R2026-03",
          "ISS001",
          "2026-04-20T10:00:00",
          "",
          "",
          "",
          "A3_01",
          "YES",
          "",
          "");

  private AnswerCsv() {}

  static byte[] bytes(List<List<String>> rows) {
    var text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(AnswerFile.COLUMNS);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** One unit from lines of {@code product_line,segment,counterparty,question,value,state,text}. */
  static AnswerUnit unit(String questionnaire, String respondent, String... lines) {
    var rows = new ArrayList<List<String>>();
    for (String line : lines) {
      var row = new ArrayList<>(List.of(questionnaire, "1", "R2026-03", respondent, "2026-04-20"));
      row.addAll(List.of(line.split(",", -1)));
      rows.add(row);
    }
    AnswerFile file = AnswerFile.read("answers.csv", bytes(rows));
    if (file.hasErrors()) {
      throw new IllegalArgumentException(file.problems().get(0).english());
    }
    return file.units().get(0);
  }

  static AnswerUnit issuer(String... lines) {
    return unit("issuer_survey", "ISS001", lines);
  }

  static AnswerUnit agent(String... lines) {
    return unit("agent_survey", "AGT001", lines);
  }
}
