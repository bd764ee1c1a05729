package jp.renkei.jobs.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "One release: state, everything that was decided about it, as-of date,",
      "content hash, pinned versions, files."
    },
    footer = {"", "Example: ./renkei release show 1"})
final class ReleaseShowCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin WarehouseOption warehouse;

  @Parameters(paramLabel = "RELEASE")
  int id;

  @Option(names = "--json", description = "Tell it as JSON.")
  boolean json;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var map = ReleaseText.asMap(warehouse.release(id));
    if (json) {
      out.println(Json.write(map));
    } else {
      map.forEach((key, value) -> out.printf("%-16s %s%n", key, value));
    }
    out.flush();
    return 0;
  }
}
