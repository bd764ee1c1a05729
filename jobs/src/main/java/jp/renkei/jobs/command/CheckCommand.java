package jp.renkei.jobs.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.silver.SubmissionCheck;
import jp.renkei.surveys.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Tells every problem of submissions, by file and line; stores nothing.",
    footer = {
      "",
      "Survey files are checked against the registers and rounds of --landing.",
      "Exit codes: 0 no error; 2 errors.",
      "",
      "Example: ./renkei check --landing data/landing surveys/ISS001.csv"
    })
final class CheckCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      defaultValue = "data/landing",
      description = "Landing folder with register and rounds (default: ${DEFAULT-VALUE}).")
  Path landing;

  @Option(
      names = "--lang",
      description = "Language of the messages: ja or en (default: by the locale).")
  String language = Locale.getDefault().getLanguage().equals("ja") ? "ja" : "en";

  @Option(names = "--json", description = "Tell the problems as JSON.")
  boolean json;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to check.")
  List<Path> files;

  @Override
  public Integer call() throws IOException {
    var check = SubmissionCheck.against(landing);
    var problems = new ArrayList<Problem>();
    for (var file : files) {
      if (!Files.isRegularFile(file)) {
        throw new DataProblemException(
            "Cannot check " + file + ": there is no such file. Name a file that exists.");
      }
      problems.addAll(check.problems(file));
    }
    var out = spec.commandLine().getOut();
    boolean inJapanese = language.equals("ja");
    if (json) {
      out.println(Json.write(problems.stream().map(CheckCommand::asMap).toList()));
    } else if (problems.isEmpty()) {
      out.println(inJapanese ? "問題はありません。" : "No problem found.");
    } else {
      problems.forEach(problem -> out.println(inJapanese ? problem.japanese() : problem.english()));
    }
    return Problem.anyError(problems) ? Main.DATA_PROBLEMS : 0;
  }

  private static Object asMap(Problem problem) {
    var map = new LinkedHashMap<String, Object>();
    map.put("file", problem.file());
    map.put("place", problem.place().english());
    map.put("reason", problem.reason().name());
    map.put("severity", problem.severity().name());
    map.put("found", problem.found());
    map.put("expected", problem.expected().en());
    map.put("expected_ja", problem.expected().ja());
    map.put("remedy", problem.remedy().en());
    map.put("remedy_ja", problem.remedy().ja());
    return map;
  }
}
