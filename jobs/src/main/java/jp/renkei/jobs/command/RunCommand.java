package jp.renkei.jobs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import jp.renkei.jobs.Run;
import jp.renkei.jobs.run.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Takes new submissions into the tables and makes a draft release.",
    footer = {
      "",
      "Exit codes: 0 a release was made, or nothing is new; 2 no release could be made",
      "(with --strict: or anything was refused); 64 wrong usage; 1 a fault of ours.",
      "",
      "Example: ./renkei run --landing data/landing --warehouse data/warehouse"
    })
final class RunCommand implements Callable<Integer> {
  private static final Pattern MASTER =
      Pattern.compile("local|local(-cluster)?\\[.+]|yarn|spark://.+|k8s://.+");

  @Spec CommandSpec spec;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      defaultValue = "data/landing",
      description = "The landing folder (default: ${DEFAULT-VALUE}).")
  Path landing;

  @Mixin WarehouseOption warehouse;

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "local[*]",
      description = "Spark master (default: ${DEFAULT-VALUE}).")
  String master;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "As-of date (default: the newest date among what was accepted).")
  LocalDate asOf;

  @Option(names = "--strict", description = "End with 2 when anything was refused.")
  boolean strict;

  @Option(names = "--json", description = "Tell the outcome as JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    requireMaster();
    try (var spark = Sessions.open(master)) {
      var outcome =
          Run.run(
              spark,
              landing,
              warehouse.folder,
              Optional.ofNullable(asOf),
              Clock.systemUTC(),
              message -> {
                err.println(message);
                err.flush();
              });
      if (json) {
        out.println(Json.write(asMap(outcome)));
      } else {
        tell(outcome, out);
      }
      return strict && !outcome.refusals().isEmpty() ? Main.DATA_PROBLEMS : 0;
    }
  }

  private void requireMaster() {
    if (!MASTER.matcher(master).matches()) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for --master: '%s'. Expected local[*], local[N], spark://HOST:PORT, yarn or k8s://URL."
              .formatted(master));
    }
  }

  private void tell(Run.Outcome outcome, PrintWriter out) {
    var refusals = outcome.refusals();
    if (!refusals.isEmpty()) {
      out.printf("受理できなかったもの：%,d 件%n", refusals.count());
      if (refusals.companions() > 0) {
        out.printf("  このほか、同じ回答票の別の行の誤りにより受理していない行：%,d 行%n", refusals.companions());
      }
      refusals.first().forEach(refusal -> out.println("  " + refusal.japanese()));
      if (refusals.more() > 0) {
        out.printf(
            "  ほか %,d 件。全件は ./renkei sql --warehouse %s \"select * from silver.rejected\" で見られます。%n",
            refusals.more(), warehouse.folder);
      }
    }
    if (outcome.release().isPresent()) {
      int id = outcome.release().get().id();
      out.printf("公表版（案）%d を作成しました。時点 %s%n", id, outcome.asOf());
      out.printf(
          "次は ./renkei release show %d、./renkei release publish %d --label 「第○回検討会」%n", id, id);
    } else {
      out.printf("新しい内容はありません。時点 %s%n", outcome.asOf());
    }
  }

  private static Map<String, Object> asMap(Run.Outcome outcome) {
    var map = new LinkedHashMap<String, Object>();
    map.put("release", outcome.release().map(release -> (Object) release.id()).orElse(null));
    map.put("as_of", outcome.asOf().toString());
    List<Map<String, Object>> refusals =
        outcome.refusals().first().stream()
            .map(
                refusal -> {
                  var entry = new LinkedHashMap<String, Object>();
                  entry.put("path", refusal.path());
                  entry.put("place", refusal.place());
                  entry.put("reason", refusal.reason());
                  entry.put("found", refusal.found());
                  entry.put("expected", refusal.expected());
                  entry.put("remedy", refusal.remedy());
                  return (Map<String, Object>) entry;
                })
            .toList();
    map.put("refused", refusals);
    map.put("more", outcome.refusals().more());
    map.put("rows_of_refused_units", outcome.refusals().companions());
    return map;
  }
}
