package jp.renkei.jobs.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "All releases, the newest first.",
    footer = {"", "Example: ./renkei release list --json"})
final class ReleaseListCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin WarehouseOption warehouse;

  @Option(names = "--json", description = "Tell them as JSON.")
  boolean json;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var releases = warehouse.releases().all();
    if (json) {
      out.println(Json.write(releases.stream().map(ReleaseText::summary).toList()));
      return 0;
    }
    if (releases.isEmpty()) {
      out.println("公表版はまだありません。./renkei run で作成します。");
    }
    releases.forEach(release -> out.println(ReleaseText.line(release)));
    out.flush();
    return 0;
  }
}
