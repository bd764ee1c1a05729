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
    assertThat(out.toString()).contains("a.jsonl：1 行（受理 1、不受理 0、重複 0）").contains("問題はありません。");
  }

  @Test
  void refusesALanguageThatItDoesNotSpeak() throws IOException {
    var error = new StringWriter();
    assertThat(check(error, "--lang", "fr", folder.resolve("a.jsonl").toString())).isEqualTo(64);
    assertThat(error.toString()).contains("--lang: found 'fr', expected ja or en.");
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
