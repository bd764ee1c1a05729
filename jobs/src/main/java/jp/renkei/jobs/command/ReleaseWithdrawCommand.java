package jp.renkei.jobs.command;

import java.util.concurrent.Callable;
import jp.renkei.warehouse.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    description = {
      "Withdraws what was published: its pages say 公表取りやめ and the reason, and the",
      "release that it superseded stands again."
    },
    footer = {"", "Example: ./renkei release withdraw 2 --reason 集計範囲の誤り"})
final class ReleaseWithdrawCommand implements Callable<Integer> {
  @Mixin DecisionOptions decision;

  @Parameters(paramLabel = "RELEASE")
  int id;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; everybody reads it.")
  String reason;

  @Override
  public Integer call() {
    decision.requireText("--reason", reason);
    var file = decision.publication().withdraw(id, reason, decision.by());
    String now =
        decision
            .releases()
            .newestPublished()
            .map(Release::id)
            .map("公表中は公表版 %d です。"::formatted)
            .orElse("公表中の版はありません。");
    decision.tell(id, file, "公表版 %d の公表を取りやめました。%s".formatted(id, now));
    return 0;
  }
}
