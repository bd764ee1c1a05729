package jp.renkei.jobs.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.warehouse.quality.Finding;
import jp.renkei.warehouse.quality.Waiver;
import jp.renkei.warehouse.quality.Waivers;
import jp.renkei.warehouse.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "quality",
    mixinStandardHelpOptions = true,
    description =
        "Errors of data quality: lists them, and answers for those that stay as they are, with a reason.",
    footer = {
      "",
      "A release is published only when each of its errors is resolved or waived.",
      "Examples:",
      "  ./renkei quality list",
      "  ./renkei quality waive --finding future_date --subject 'gateway/ISS001 2026-06-03' --reason 時計の誤りと確認した",
      "  ./renkei quality revoke --finding future_date --subject 'gateway/ISS001 2026-06-03' --reason 訂正版が届いた"
    })
final class QualityCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  /** Whose findings, and where decisions are kept. */
  static final class Places {
    @Mixin WarehouseOption warehouse;

    @Option(
        names = "--landing",
        paramLabel = "DIR",
        defaultValue = "data/landing",
        description = "Where decisions are kept (default: ${DEFAULT-VALUE}).")
    Path landing;

    @Option(
        names = "--release",
        paramLabel = "R",
        description = "Number of the release (default: the newest of any state).")
    Optional<Integer> release = Optional.empty();

    Release release() {
      return release
          .map(warehouse::release)
          .or(() -> warehouse.releases().newest())
          .orElseThrow(
              () ->
                  new DataProblemException(
                      "公表版がまだありません。先に ./renkei run で作成してください。",
                      "There is no release yet. Make one with: ./renkei run"));
    }

    Waivers waivers() {
      return new Waivers(landing);
    }
  }

  /** Which finding, why and who. */
  static final class Decision {
    @Option(
        names = "--finding",
        required = true,
        paramLabel = "ID",
        description = "Rule of the finding, as 'list' tells it.")
    String finding;

    @Option(
        names = "--subject",
        required = true,
        paramLabel = "TEXT",
        description = "Subject of the finding, as 'list' tells it.")
    String subject;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    String reason;

    @Option(
        names = "--by",
        paramLabel = "WHO",
        defaultValue = "${sys:user.name}",
        description = "Who decides (default: ${DEFAULT-VALUE}).")
    String by;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "quality の操作（list、waive、revoke）を指定してください。%nMissing: one of list, waive, revoke."
            .formatted());
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "The errors of a release, and who answers for which.",
      footer = {"", "Example: ./renkei quality list --json"})
  int list(@Mixin Places places, @Option(names = "--json") boolean json) {
    var release = places.release();
    var standing = places.waivers().standing();
    var errors = Finding.errorsOf(release);
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(
          Json.write(
              errors.stream().map(error -> asMap(error, Waivers.of(error, standing))).toList()));
      return 0;
    }
    if (errors.isEmpty()) {
      out.printf("公表版 %d にデータ品質のエラーはありません。%n", release.id());
    }
    for (var error : errors) {
      out.printf(
          "%s  %s  %,d件  %s%n    %s%n",
          error.findingId(),
          error.subject(),
          error.rows(),
          Waivers.of(error, standing)
              .map(one -> "了承済み（%s、%s：%s）".formatted(one.by(), one.at(), one.reason()))
              .orElse("未解決"),
          error.message());
    }
    return 0;
  }

  private static Object asMap(Finding error, Optional<Waiver> waiver) {
    var map = new LinkedHashMap<String, Object>();
    map.put("finding_id", error.findingId());
    map.put("subject", error.subject());
    map.put("rows", error.rows());
    map.put("message", error.message());
    map.put("waived_by", waiver.map(Waiver::by).orElse(null));
    map.put("waived_at", waiver.map(one -> one.at().toString()).orElse(null));
    map.put("reason", waiver.map(Waiver::reason).orElse(null));
    return map;
  }

  @Command(
      name = "waive",
      mixinStandardHelpOptions = true,
      description =
          "Answers for an error: it stays as it is, for a reason. More rows need it anew.",
      footer = {
        "",
        "Example: ./renkei quality waive --finding future_date --subject 'gateway/ISS001 2026-06-03'"
            + " --reason 時計の誤りと確認した"
      })
  int waive(@Mixin Places places, @Mixin Decision decision) {
    requireSaid(decision);
    var errors = Finding.errorsOf(places.release());
    var finding =
        errors.stream()
            .filter(one -> one.findingId().equals(decision.finding))
            .filter(one -> one.subject().equals(decision.subject))
            .findFirst()
            .orElseThrow(() -> noSuch("エラー", "error", decision, told(errors)));
    var file =
        places
            .waivers()
            .waive(
                new Waiver(
                    finding.findingId(),
                    finding.subject(),
                    finding.rows(),
                    decision.reason.strip(),
                    decision.by.strip(),
                    Clock.systemUTC().instant()));
    spec.commandLine().getOut().printf("了承しました。決定の記録：%s%n", file);
    return 0;
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Ends a waiver: the error has to be resolved, or waived anew.",
      footer = {
        "",
        "Example: ./renkei quality revoke --finding future_date --subject 'gateway/ISS001 2026-06-03'"
            + " --reason 訂正版が届いた"
      })
  int revoke(@Mixin Places places, @Mixin Decision decision) {
    requireSaid(decision);
    var standing = places.waivers().standing();
    var waiver =
        standing.stream()
            .filter(one -> one.findingId().equals(decision.finding))
            .filter(one -> one.subject().equals(decision.subject))
            .findFirst()
            .orElseThrow(
                () ->
                    noSuch(
                        "了承",
                        "waiver",
                        decision,
                        standing.stream()
                            .map(one -> one.findingId() + " " + one.subject())
                            .collect(Collectors.joining(" / "))));
    var file =
        places
            .waivers()
            .revoke(
                waiver, decision.reason.strip(), decision.by.strip(), Clock.systemUTC().instant());
    spec.commandLine().getOut().printf("了承を取り消しました。決定の記録：%s%n", file);
    return 0;
  }

  private void requireSaid(Decision decision) {
    if (decision.reason.isBlank() || decision.by.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "--reason と --by は空にできません。--reason and --by must not be blank.");
    }
  }

  private static String told(List<Finding> errors) {
    return errors.stream()
        .map(one -> one.findingId() + " " + one.subject())
        .collect(Collectors.joining(" / "));
  }

  private static DataProblemException noSuch(
      String japanese, String english, Decision decision, String there) {
    return new DataProblemException(
        "「%s %s」という%sはありません。あるもの：%s"
            .formatted(
                decision.finding, decision.subject, japanese, there.isEmpty() ? "なし" : there),
        "Cannot find %s '%s %s'. There are: %s"
            .formatted(
                english, decision.finding, decision.subject, there.isEmpty() ? "none" : there));
  }
}
