package jp.renkei.jobs.command;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.renkei.surveys.CsvCell;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.diff.FigureChange;
import jp.renkei.warehouse.release.diff.ReleaseDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "数値の変更: every KPI value and every count of answers that two releases tell",
      "differently, old ► new, by how much, and what can have moved it."
    },
    footer = {
      "",
      "Why is told from what an audience's files hold: the secretariat's know submissions,",
      "corrections and logs, others only definitions, rules and registers.",
      "",
      "Examples:",
      "  ./renkei release diff 1 2",
      "  ./renkei release diff 1 2 --audience public --format csv > changes.csv"
    })
final class ReleaseDiffCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin WarehouseOption warehouse;

  @Parameters(index = "0", paramLabel = "A", description = "The earlier release.")
  int before;

  @Parameters(index = "1", paramLabel = "B", description = "The later release.")
  int after;

  @Option(
      names = "--audience",
      paramLabel = "WHO",
      defaultValue = "secretariat",
      description = "Whose files are compared (default: ${DEFAULT-VALUE}).")
  String audience;

  @Option(
      names = "--format",
      paramLabel = "text|csv|json",
      defaultValue = "text",
      description = "How it is told (default: ${DEFAULT-VALUE}).")
  String format;

  @Option(names = "--json", description = "The same as --format json.")
  boolean json;

  @Override
  public Integer call() {
    var whose = audience();
    String how = json ? "json" : format;
    var diff = ReleaseDiff.of(warehouse.release(before), warehouse.release(after), whose);
    var out = spec.commandLine().getOut();
    switch (how) {
      case "text" -> DiffText.lines(diff).forEach(out::println);
      case "json" -> out.println(Json.write(DiffText.asMap(diff)));
      case "csv" -> csv(diff);
      default -> throw wrong("--format: found '%s', expected text, csv or json.".formatted(format));
    }
    out.flush();
    return 0;
  }

  private void csv(ReleaseDiff diff) {
    var out = spec.commandLine().getOut();
    out.println(String.join(",", FigureChange.COLUMNS));
    diff.changes()
        .forEach(
            change ->
                out.println(
                    change.markedRow().stream().map(CsvCell::of).collect(Collectors.joining(","))));
  }

  private Audience audience() {
    try {
      return Audience.of(audience);
    } catch (IllegalArgumentException e) {
      throw wrong("--audience: " + e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
