package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.jobs.Sha256;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.surveys.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A correction replaces just the value that it expects, or says what it found instead. */
class CorrectionsTest {
  private static final String SHA = "ab".repeat(32);
  private static final ReceivedFiles.File FORM =
      new ReceivedFiles.File("f0f0", SHA, SubmissionKind.SURVEY, "surveys/f.xlsx", Instant.EPOCH);
  private static final ReceivedFiles.File LOG =
      new ReceivedFiles.File("1010", SHA, SubmissionKind.GATEWAY, "gateway/a.log", Instant.EPOCH);
  private static final List<ReceivedCsv.Line> ROWS =
      List.of(row(1, "A1_02", "1000", "A", "C5"), row(2, "A2_01", "導入済み", "A", "C6"));

  private static ReceivedCsv.Line row(
      long line, String question, String value, String sheet, String cell) {
    return new ReceivedCsv.Line(
        line,
        ReceivedCsv.json(
            new java.util.TreeMap<>(
                Map.of("question_id", question, "value", value, "sheet", sheet, "cell", cell))));
  }

  private static final CorrectionTargets TARGETS =
      new CorrectionTargets() {
        @Override
        public Optional<ReceivedFiles.File> at(String path) {
          return List.of(FORM, LOG).stream().filter(file -> file.path().equals(path)).findFirst();
        }

        @Override
        public Optional<ReceivedFiles.File> ofHash(String sha256) {
          return sha256.equals(SHA) ? Optional.of(FORM) : Optional.empty();
        }

        @Override
        public List<ReceivedCsv.Line> asReceived(ReceivedFiles.File file) {
          return ROWS;
        }
      };

  private static Correction ofCell(
      long line, String path, String cell, String from, String to, int day) {
    return new Correction(
        "corrections/a.csv",
        "cccc",
        line,
        path,
        "",
        "A",
        cell,
        0,
        "",
        from,
        to,
        "電話で確認",
        "事務局",
        LocalDate.of(2026, 6, day));
  }

  private static List<String> problems(Correction... statements) {
    var problems = new ArrayList<Problem>();
    Corrections.of(List.of(statements), TARGETS, problems);
    return problems.stream().map(Problem::japanese).toList();
  }

  @Test
  void replacesTheValueOfACellAndLeavesTheRestAsItCame() {
    var problems = new ArrayList<Problem>();
    var corrections =
        Corrections.of(
            List.of(ofCell(2, "surveys/f.xlsx", "C5", "1000", "100", 1)), TARGETS, problems);
    assertThat(problems).isEmpty();
    var rows = corrections.over("f0f0", ROWS);
    assertThat(ReceivedCsv.cells(rows.get(0).cellsJson())).containsEntry("value", "100");
    assertThat(rows.get(1)).isEqualTo(ROWS.get(1));
    assertThat(corrections.over("other", ROWS)).isSameAs(ROWS);
  }

  @Test
  void appliesOneAfterAnotherByDaySoThatALaterOneUndoesAnEarlier() {
    var problems = new ArrayList<Problem>();
    var corrections =
        Corrections.of(
            List.of(
                ofCell(3, "surveys/f.xlsx", "C5", "100", "1000", 9),
                ofCell(2, "surveys/f.xlsx", "C5", "1000", "100", 1)),
            TARGETS,
            problems);
    assertThat(problems).isEmpty();
    assertThat(corrections.over("f0f0", ROWS).get(0)).isEqualTo(ROWS.get(0));
    assertThat(corrections.applied().stream().map(corrections::isOvertaken))
        .containsExactly(true, false);
  }

  @Test
  void saysWhatItFoundWhereTheOldValueIsNoLongerThere() {
    assertThat(problems(ofCell(2, "surveys/f.xlsx", "C5", "999", "100", 1)))
        .singleElement()
        .asString()
        .contains(
            "corrections/a.csv", "2行目", "surveys/f.xlsx 「A」!C5「1000」", "訂正前の値「999」", "old_value");
    assertThat(problems(ofCell(2, "surveys/f.xlsx", "Z9", "1", "2", 1)))
        .singleElement()
        .asString()
        .contains("該当するセルなし", "「A」!Z9");
    assertThat(problems(ofCell(2, "surveys/none.xlsx", "C5", "1", "2", 1)))
        .singleElement()
        .asString()
        .contains("surveys/none.xlsx");
    assertThat(problems(ofCell(2, "gateway/a.log", "C5", "1", "2", 1)))
        .singleElement()
        .asString()
        .contains("調査票、登録簿");
  }

  @Test
  void checkKnowsAFileOfCorrectionsAndWhatItIsAbout(@TempDir Path landing) throws Exception {
    Path issuers = place(landing, "register/issuers.csv", "issuer_id,name_ja\nISS1,甲\n");
    String sha = Sha256.of(issuers);
    String header =
        "path,sha256,sheet,cell,line,column,old_value,new_value,reason,stated_by,stated_on\n";
    Path good =
        place(
            landing,
            "corrections/good.csv",
            header + "register/issuers.csv,%s,,,2,name_ja,甲,乙,誤記,事務局,2026-06-01\n".formatted(sha));
    Path bad =
        place(
            landing,
            "corrections/bad.csv",
            header
                + "register/issuers.csv,%s,,,2,name_ja,丙,丁,誤記,事務局,2026-06-02\n".formatted(sha)
                + "register/issuers.csv,,,,2,name_ja,乙,丁,誤記,事務局,2026-06-02\n"
                + "register/issuers.csv,,A,C5,2,name_ja,丙,丁,誤記,事務局,2026-06-02\n"
                + "register/issuers.csv,,,,2,name_ja,丙,丁,,事務局,2026-06-02\n"
                + "../secret.csv,,,,2,name_ja,丙,丁,誤記,事務局,2026-06-02\n");
    var check = SubmissionCheck.against(landing);
    assertThat(check.check(good).hasErrors()).isFalse();
    assertThat(check.check(bad).findings().stream().map(one -> one.problem().japanese()))
        .hasSize(5)
        .anyMatch(text -> text.contains("3行目") && text.contains("sha256") && text.contains(sha))
        .anyMatch(text -> text.contains("2行目") && text.contains("乙") && text.contains("丙"))
        .anyMatch(text -> text.contains("どちらか一方"))
        .anyMatch(text -> text.contains("reason"))
        .anyMatch(text -> text.contains("../secret.csv"));
  }

  private static Path place(Path landing, String path, String text) throws Exception {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
