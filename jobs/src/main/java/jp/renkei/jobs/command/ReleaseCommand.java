package jp.renkei.jobs.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** What can be done with releases; each is a command of its own. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description =
        "Lists, shows, compares, reviews, publishes, withdraws and verifies releases（公表版）.",
    subcommands = {
      ReleaseListCommand.class,
      ReleaseShowCommand.class,
      ReleaseDiffCommand.class,
      ReleaseReviewCommand.class,
      ReleasePublishCommand.class,
      ReleaseWithdrawCommand.class,
      ReleaseVerifyCommand.class
    },
    footer = {"", "Example: ./renkei release publish 1 --label 第2回検討会"})
final class ReleaseCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  // A word that is no subcommand: without a place for it, only its position would be told.
  @Unmatched List<String> words = new ArrayList<>();

  @Override
  public Integer call() {
    var word = words.stream().findFirst();
    String known = String.join(", ", spec.subcommands().keySet());
    throw new ParameterException(
        spec.commandLine(),
        word.map(
                unknown ->
                    "release に「%s」という操作はありません。%s のいずれかです。%nUnknown: 'release %s'. One of %s."
                        .formatted(unknown, known, unknown, known))
            .orElseGet(
                () ->
                    "release の操作（%s）を指定してください。%nMissing: what to do with a release. One of %s."
                        .formatted(known, known)));
  }
}
