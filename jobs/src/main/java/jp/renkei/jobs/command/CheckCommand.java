package jp.renkei.jobs.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import jp.renkei.jobs.silver.CheckedFile;
import jp.renkei.jobs.silver.Finding;
import jp.renkei.jobs.silver.SubmissionCheck;
import jp.renkei.surveys.Problem.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Tells every problem of submissions, by file, sheet and cell or line; stores nothing.",
    footer = {
      "",
      "Any file that landing takes: register, round, survey (form or CSV), receipt, roadmap, targets,",
      "comments, corrections, stated figures, an issuer's summary, foreign register (with the register.yaml beside",
      "it), feed.yaml, log (with the feed.yaml beside it). Checked against the registers, the rounds and the last round's answers of",
      "--landing; a register against those beside it.",
      "Exit codes: 0 no error; 2 errors.",
      "",
      "Example: ./renkei check --landing data/landing ISS001.xlsx"
    })
final class CheckCommand implements Callable<Integer> {
  private static final List<String> LANGUAGES = List.of("ja", "en");

  @Spec CommandSpec spec;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      defaultValue = "data/landing",
      description = "Landing folder with register and rounds (default: ${DEFAULT-VALUE}).")
  Path landing;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "ja",
      description = "Language of the messages: ja or en (default: ${DEFAULT-VALUE}).")
  String language;

  @Option(names = "--json", description = "Tell the problems as JSON.")
  boolean json;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to check.")
  List<Path> files;

  @Override
  public Integer call() {
    if (!LANGUAGES.contains(language)) {
      throw new ParameterException(
          spec.commandLine(), "--lang: found '" + language + "', expected ja or en.");
    }
    var check = SubmissionCheck.against(landing);
    var checked = new ArrayList<>(check.faults());
    files.forEach(file -> checked.add(check.check(file)));
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.write(checked.stream().flatMap(file -> entries(file).stream()).toList()));
    } else {
      checked.forEach(file -> tell(file, out));
    }
    return checked.stream().anyMatch(CheckedFile::hasErrors) ? Main.DATA_PROBLEMS : 0;
  }

  private boolean isJapanese() {
    return language.equals("ja");
  }

  private void tell(CheckedFile file, PrintWriter out) {
    for (var finding : file.findings()) {
      var problem = finding.problem();
      out.println(
          severity(problem.severity())
              + " "
              + (isJapanese() ? problem.japanese() : problem.english()));
    }
    if (file.more() > 0) {
      out.printf(
          isJapanese() ? "%s：ほか %,d 行が不受理%n" : "%s: %,d more lines are rejected%n",
          file.file(),
          file.more());
    }
    file.log()
        .ifPresent(
            log ->
                out.printf(
                    isJapanese()
                        ? "%s：%,d 行（受理 %,d、不受理 %,d、重複 %,d）%n"
                        : "%s: %,d lines (%,d accepted, %,d rejected, %,d duplicates)%n",
                    file.file(),
                    log.lines(),
                    log.accepted(),
                    log.rejected(),
                    log.duplicates()));
    out.println(file.file() + (isJapanese() ? summaryJa(file) : summary(file)));
  }

  private String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> isJapanese() ? "エラー" : "error";
      case WARNING -> isJapanese() ? "確認事項" : "warning";
      case NOTICE -> isJapanese() ? "お知らせ" : "notice";
    };
  }

  private static String summaryJa(CheckedFile file) {
    String notices = file.notices() == 0 ? "" : "お知らせ %,d 件。".formatted(file.notices());
    if (file.errors() == 0 && file.warnings() == 0) {
      return "：問題はありません。" + notices;
    }
    String counts = "：エラー %,d 件、確認事項 %,d 件。".formatted(file.errors(), file.warnings()) + notices;
    return counts + (file.hasErrors() ? "エラーのある行、回答票又はファイルは受理されません。" : "このままで受理されます。");
  }

  private static String summary(CheckedFile file) {
    String notices = file.notices() == 0 ? "" : "%,d notices. ".formatted(file.notices());
    if (file.errors() == 0 && file.warnings() == 0) {
      return ": no problem found. " + notices;
    }
    String counts =
        ": %,d errors, %,d warnings. ".formatted(file.errors(), file.warnings()) + notices;
    return counts
        + (file.hasErrors()
            ? "The rows, units or file with errors would be refused."
            : "It would be accepted as it is.");
  }

  /** An entry per problem, and one with the counts of a log. */
  private static List<Object> entries(CheckedFile file) {
    var entries = new ArrayList<Object>();
    file.findings().forEach(finding -> entries.add(asMap(finding)));
    file.log()
        .ifPresent(
            log -> {
              var map = new LinkedHashMap<String, Object>();
              map.put("file", file.file());
              map.put("reason", "LOG_LINES");
              map.put("severity", "INFO");
              map.put("lines", log.lines());
              map.put("accepted", log.accepted());
              map.put("rejected", log.rejected());
              map.put("duplicates", log.duplicates());
              map.put("more", file.more());
              entries.add(map);
            });
    return entries;
  }

  private static Object asMap(Finding finding) {
    var problem = finding.problem();
    var map = new LinkedHashMap<String, Object>();
    map.put("file", problem.file());
    map.put("place", problem.place().english());
    map.put("sheet", problem.place().sheet());
    map.put("cell", problem.place().cell());
    map.put("line", problem.place().line());
    map.put("reason", finding.reason());
    map.put("severity", problem.severity().name());
    map.put("found", problem.foundInEnglish());
    map.put("found_ja", problem.found());
    map.put("expected", problem.expected().en());
    map.put("expected_ja", problem.expected().ja());
    map.put("remedy", problem.remedy().en());
    map.put("remedy_ja", problem.remedy().ja());
    return map;
  }
}
