package jp.renkei.jobs.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import jp.renkei.jobs.desk.DeskLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The worker behind the pages 調査・回収 and 提出; {@code serve} starts it by itself. */
@Command(
    name = "desk",
    mixinStandardHelpOptions = true,
    hidden = true,
    description =
        "Answers the web server's questions about the survey cycle: a JSON object a line on standard"
            + " input, one a line on standard output. 'serve' starts it by itself.",
    footer = {
      "",
      "Example: echo '{\"id\":\"1\",\"action\":\"rounds\"}' | ./renkei desk --landing data/landing"
    })
final class DeskCommand implements Callable<Integer> {
  @Mixin LandingOption landing;

  @Override
  public Integer call() throws IOException {
    // Whatever else prints must not come between the answers.
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var lines = new DeskLines(landing.existing(), Clock.system(ZoneId.of("Asia/Tokyo")));
    lines.readAll();
    for (String request = requests.readLine(); request != null; request = requests.readLine()) {
      answers.println(lines.answer(request));
    }
    return 0;
  }
}
