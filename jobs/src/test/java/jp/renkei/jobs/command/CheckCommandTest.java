package jp.renkei.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What check says, and how it ends. */
class CheckCommandTest {
  private static final String LINE =
      "{\"event_time\":\"2026-01-05T09:00:00+09:00\",\"method\":\"GET\",\"path\":\"/a\",\"status\":200}\n";
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();

  private int check(String... options) throws IOException {
    return check(new StringWriter(), options);
  }

  private int check(StringWriter error, String... options) throws IOException {
    Files.writeString(folder.resolve("feed.yaml"), "product: renkei-jsonl\nfront: api\n");
    var arguments = new String[options.length + 3];
    arguments[0] = "check";
    arguments[1] = "--landing";
    arguments[2] = folder.resolve("landing").toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(error, true))
        .execute(arguments);
  }

  @Test
  void endsWithZeroForAGoodLogAndTellsItsCounts() throws IOException {
    Path log = Files.writeString(folder.resolve("a.jsonl"), LINE);
    assertThat(check(log.toString())).isZero();
    assertThat(out.toString())
        .contains("a.jsonl：1 行（受理 1、不受理 0、重複 0）")
        .contains("a.jsonl：問題はありません。");
  }

  @Test
  void refusesALanguageThatItDoesNotSpeak() throws IOException {
    var error = new StringWriter();
    assertThat(check(error, "--lang", "fr", folder.resolve("a.jsonl").toString())).isEqualTo(64);
    assertThat(error.toString()).contains("--lang: found 'fr', expected ja or en.");
  }

  @Test
  void tellsWarningsFromErrors() throws IOException {
    String header =
        "questionnaire_id,questionnaire_version,round_id,respondent_id,submitted_at,product_line_id,"
            + "segment,counterparty_id,question_id,value,value_state,free_text\n";
    Path register = Files.createDirectories(folder.resolve("landing/register"));
    Files.writeString(
        register.resolve("issuers.csv"),
        "issuer_id,corporate_number,name_ja,name_en,registration_no,association_member,"
            + "publication_consent,cards_issued,valid_from,valid_to\nISS1,,架空,,,yes,NAMED,,,\n");
    Path rounds = Files.createDirectories(folder.resolve("landing/rounds"));
    Files.writeString(
        rounds.resolve("R1.yaml"),
        "round_id: R1\nreference_date: 2026-03-31\ndue_date: 2026-04-30\nframe_id: F1\n"
            + "questionnaires:\n  - {id: issuer_survey, version: 1}\n");
    Path survey =
        Files.writeString(
            folder.resolve("a.csv"),
            header + "issuer_survey,1,R1,ISS1,2026-04-20,,,,A3_01,YES,REPORTED,補足\n");
    assertThat(check(survey.toString())).isZero();
    assertThat(out.toString())
        .contains("確認事項 " + survey + " 2行目")
        .contains("a.csv：エラー 0 件、確認事項 1 件。このままで受理されます。")
        .doesNotContain("問題はありません");
    Files.writeString(survey, header + "issuer_survey,1,R1,ISS1,2026-04-20,,,,A3_01,PERHAPS,,\n");
    assertThat(check(survey.toString())).isEqualTo(2);
    assertThat(out.toString()).contains("エラー " + survey + " 2行目").contains("エラー 1 件、確認事項 0 件。");
  }

  @Test
  void goesOnBehindAFileThatIsNotThere() throws IOException {
    Path log = Files.writeString(folder.resolve("a.jsonl"), LINE + "broken\n");
    assertThat(check("--lang", "en", folder.resolve("gone.csv").toString(), log.toString()))
        .isEqualTo(2);
    assertThat(out.toString())
        .contains("gone.csv: found 'there is no such file', expected a file that exists")
        .contains("a.jsonl line 2: found '1文字目にJSONでない文字', expected JSON")
        .contains("a.jsonl: 2 lines (1 accepted, 1 rejected, 0 duplicates)");
  }
}
