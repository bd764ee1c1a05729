package jp.renkei.jobs.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = "Records that somebody looked at a draft and found it fit to be published.",
    footer = {"", "Example: ./renkei release review 2 --by sato"})
final class ReleaseReviewCommand implements Callable<Integer> {
  @Mixin DecisionOptions decision;

  @Parameters(paramLabel = "RELEASE")
  int id;

  @Option(names = "--note", paramLabel = "TEXT", description = "What there is to say of it.")
  Optional<String> note;

  @Override
  public Integer call() {
    var file = decision.publication().review(id, decision.by(), note);
    decision.tell(id, file, "公表版 %d を確認済みにしました（%s）。".formatted(id, decision.by()));
    return 0;
  }
}
