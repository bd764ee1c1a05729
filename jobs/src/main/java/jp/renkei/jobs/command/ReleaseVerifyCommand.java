package jp.renkei.jobs.command;

import java.util.concurrent.Callable;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.release.ReleaseVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Tests that the release's files are what was released, and recomputes every figure with"
            + " DuckDB from the Delta versions it pins.",
    footer = {"", "Example: ./renkei release verify 1"})
final class ReleaseVerifyCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin WarehouseOption warehouse;

  @Parameters(paramLabel = "RELEASE")
  int id;

  @Override
  public Integer call() {
    new ReleaseVerification(new WarehouseFolder(warehouse.folder)).confirm(warehouse.release(id));
    spec.commandLine().getOut().printf("公表版 %d の全ての値を DuckDB で再計算し、一致を確認しました。%n", id);
    return 0;
  }
}
