package jp.renkei.jobs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.desk.Reminders;
import jp.renkei.jobs.desk.RoundStatus;
import jp.renkei.jobs.desk.StatusFields;
import jp.renkei.jobs.silver.LandedSurveys;
import jp.renkei.jobs.silver.LandedUnit;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.Receipt;
import jp.renkei.surveys.SurveyRound;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "round",
    mixinStandardHelpOptions = true,
    description = "Who is asked in a survey round, who has answered, and who is to be reminded.",
    footer = {
      "",
      "Reads landing as it lies now; no run is needed.",
      "",
      "Examples:",
      "  ./renkei round list",
      "  ./renkei round status R2026-03",
      "  ./renkei round reminders R2026-03 --out reminders.csv"
    })
final class RoundCommand implements Runnable {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  @Spec CommandSpec spec;

  static String names(List<SurveyRound> rounds) {
    return rounds.isEmpty()
        ? "なし"
        : rounds.stream()
            .map(round -> round.roundId() + "（基準日 " + round.referenceDate() + "）")
            .collect(Collectors.joining("、"));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name what to do: list, status or reminders.");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "The rounds, the newest first.",
      footer = {"", "Example: ./renkei round list --landing data/landing"})
  int list(@Mixin LandingOption landing) {
    for (var round : new LandedSurveys(landing.existing()).registers().rounds()) {
      out()
          .printf(
              "%s  基準日 %s  提出期限 %s  最終期限 %s  %s%n",
              round.roundId(),
              round.referenceDate(),
              round.dueDate(),
              round.lastDay(),
              round.questionnaires().stream()
                  .map(asked -> asked.questionnaireId() + " 第" + asked.version() + "版")
                  .collect(Collectors.joining("、")));
    }
    return 0;
  }

  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "Who answered, when, in which version, and what is open.",
      footer = {"", "Example: ./renkei round status R2026-03 --landing data/landing"})
  int status(
      @Parameters(paramLabel = "ROUND") String roundId,
      @Mixin LandingOption landing,
      @Option(names = "--json", description = "Tell it as JSON.") boolean json) {
    var status = read(roundId, landing);
    if (json) {
      out().println(Json.write(status.rows().stream().map(StatusFields::of).toList()));
      return 0;
    }
    out()
        .printf(
            "%s  基準日 %s  提出期限 %s（最終期限 %s、%s）%n",
            status.round().roundId(),
            status.round().referenceDate(),
            status.round().dueDate(),
            status.round().lastDay(),
            left(status.daysLeft(LocalDate.now(JAPAN))));
    for (var row : status.rows()) {
      out()
          .printf(
              "  %-8s %-13s 第%d版  %-10s %-25s %s%s%s%n",
              row.respondent().id(),
              row.questionnaireId(),
              row.version(),
              row.state().japanese(),
              row.submittedAt().map(Object::toString).orElse("-"),
              row.respondent().nameJa(),
              row.submissions() > 1 ? "（" + row.submissions() + " 回提出）" : "",
              row.counts()
                  .map(LandedUnit::correctionReason)
                  .filter(reason -> !reason.isEmpty())
                  .map(reason -> " 訂正理由：" + reason)
                  .orElse(""));
      row.receipt()
          .filter(Receipt::isArrivalStated)
          .ifPresent(receipt -> out().printf("  %8s 到着日 %s（代理受付）%n", "", receipt.arrivedOn()));
      row.refusedSince().ifPresent(refused -> out().printf("  %8s %s%n", "", told(refused)));
    }
    long asked = status.rows().stream().filter(RoundStatus.Row::isInFrame).count();
    out().printf("対象 %d 者、未提出・差戻し %d 者%n", asked, status.open().size());
    return 0;
  }

  private static String told(LandedUnit refused) {
    return "その後の提出は差戻し：%s %s"
        .formatted(refused.submittedAt().map(Object::toString).orElse("-"), refused.path());
  }

  private static String left(long days) {
    return days >= 0 ? "残り%,d日".formatted(days) : "最終期限を%,d日過ぎています".formatted(-days);
  }

  @Command(
      name = "reminders",
      mixinStandardHelpOptions = true,
      description =
          "Who is to be reminded, as a CSV for mail merge (差し込み印刷) in Word; without --out to the"
              + " terminal.",
      footer = {"", "Example: ./renkei round reminders R2026-03 --out reminders.csv"})
  int reminders(
      @Parameters(paramLabel = "ROUND") String roundId,
      @Mixin LandingOption landing,
      @Option(names = "--out", paramLabel = "FILE", description = "The file to write.")
          Optional<Path> file)
      throws IOException {
    var status = read(roundId, landing);
    var csv =
        Reminders.csv(status, QuestionnaireCatalog.load(), LocalDate.now(Clock.system(JAPAN)));
    if (file.isEmpty()) {
      out().print(csv);
      out().flush();
      return 0;
    }
    Files.writeString(file.get(), csv, StandardCharsets.UTF_8);
    out().printf("%s に %d 者分を書きました（差し込み印刷用、UTF-8）。%n", file.get(), status.open().size());
    return 0;
  }

  private static RoundStatus read(String roundId, LandingOption landing) {
    var surveys = new LandedSurveys(landing.existing());
    var round =
        surveys
            .registers()
            .round(roundId)
            .orElseThrow(
                () ->
                    new DataProblemException(
                        "調査回 %s は %s/rounds にありません。あるのは %s です。"
                            .formatted(
                                roundId, landing.folder, names(surveys.registers().rounds())),
                        "Cannot find round %s in %s/rounds.".formatted(roundId, landing.folder)));
    return RoundStatus.of(round, surveys, QuestionnaireCatalog.load());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
