package jp.renkei.webapi.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A worker that does what the name of the file says, in a process of its own: hang, end, say
 * nonsense, answer another question. It notes each of its starts in a file.
 */
public final class ScriptedDesk {
  private static final Pattern ID = Pattern.compile("\"id\":\"(\\d+)\"");
  private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]*)\"");

  private ScriptedDesk() {}

  static List<String> command(Path starts) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx32m",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        ScriptedDesk.class.getName(),
        starts.toString());
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Files.writeString(
        Path.of(arguments[0]),
        ProcessHandle.current().pid() + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      var id = ID.matcher(line);
      var name = NAME.matcher(line);
      String wish = name.find() ? name.group(1) : "";
      String number = id.find() ? id.group(1) : "";
      switch (wish) {
        case "hang" -> Thread.sleep(60_000);
        case "end" -> Runtime.getRuntime().halt(1);
        case "nonsense" -> out.println("Exception in thread \"main\"");
        case "another" -> out.println("{\"id\":\"0\",\"ok\":true}");
        case "refuse" ->
            out.println("{\"id\":\"" + number + "\",\"ok\":false,\"problem_ja\":\"できません\"}");
        default ->
            out.println(
                "{\"id\":\""
                    + number
                    + "\",\"ok\":true,\"state\":\"REFUSED\",\"version\":null,"
                    + "\"earlier\":null,\"problems\":[{\"severity\":\"ERROR\",\"line\":0,"
                    + "\"found\":\"調査票\\u2028\"}],\"news\":1}");
      }
    }
  }
}
