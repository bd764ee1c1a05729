package jp.renkei.jobs.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.renkei.jobs.CodeVersion;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.check.Verification;
import jp.renkei.jobs.release.FiguresDifferException;
import jp.renkei.jobs.release.Publication;
import jp.renkei.jobs.release.ReleaseContent;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.table.TableName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = "Lists, shows, publishes and verifies releases（公表版）.",
    footer = {"", "Example: ./renkei release publish 1 --label 第2回検討会"})
final class ReleaseCommand implements Callable<Integer> {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

  private static final String SUBCOMMANDS = "list, show, publish, verify";

  @Spec CommandSpec spec;

  // A word that is no subcommand: without a place for it, only its position would be told.
  @Unmatched List<String> words = new ArrayList<>();

  @Override
  public Integer call() {
    var word = words.stream().findFirst();
    throw new ParameterException(
        spec.commandLine(),
        word.map(
                unknown ->
                    "release に「%s」という操作はありません。%s のいずれかです。%nUnknown: 'release %s'. One of %s."
                        .formatted(unknown, SUBCOMMANDS, unknown, SUBCOMMANDS))
            .orElseGet(
                () ->
                    "release の操作（%s）を指定してください。%nMissing: what to do with a release. One of %s."
                        .formatted(SUBCOMMANDS, SUBCOMMANDS)));
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "All releases, the newest first.",
      footer = {"", "Example: ./renkei release list --json"})
  int list(@Mixin WarehouseOption warehouse, @Option(names = "--json") boolean json) {
    var releases = warehouse.releases().all();
    if (json) {
      spec.commandLine()
          .getOut()
          .println(Json.write(releases.stream().map(ReleaseCommand::asMap).toList()));
      return 0;
    }
    if (releases.isEmpty()) {
      spec.commandLine().getOut().println("公表版はまだありません。./renkei run で作成します。");
    }
    for (var release : releases) {
      spec.commandLine()
          .getOut()
          .printf(
              "%4d  %-10s  時点 %s  作成 %s  %s%n",
              release.id(),
              release.life().state(),
              release.manifest().asOf(),
              MINUTE.format(release.manifest().createdAt()),
              release.life().label().orElse(""));
    }
    return 0;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "One release: state, as-of date, content hash, pinned versions, files.",
      footer = {"", "Example: ./renkei release show 1"})
  int show(
      @Mixin WarehouseOption warehouse,
      @Parameters(paramLabel = "RELEASE") int id,
      @Option(names = "--json") boolean json) {
    var release = warehouse.release(id);
    var map = asMap(release);
    if (json) {
      spec.commandLine().getOut().println(Json.write(map));
    } else {
      map.forEach((key, value) -> spec.commandLine().getOut().printf("%-16s %s%n", key, value));
    }
    return 0;
  }

  @Command(
      name = "publish",
      mixinStandardHelpOptions = true,
      description = "Publishes a draft; the one published before becomes SUPERSEDED.",
      footer = {"", "Example: ./renkei release publish 1 --label 第2回検討会"})
  int publish(
      @Mixin WarehouseOption warehouse,
      @Parameters(paramLabel = "RELEASE") int id,
      @Option(
              names = "--label",
              paramLabel = "TEXT",
              required = true,
              description = "What it is for, such as 第2回検討会.")
          String label,
      @Option(
              names = "--by",
              paramLabel = "WHO",
              defaultValue = "${sys:user.name}",
              description = "Who publishes (default: ${DEFAULT-VALUE}).")
          String by,
      @Option(
              names = "--landing",
              paramLabel = "DIR",
              defaultValue = "data/landing",
              description = "Where the decision is kept (default: ${DEFAULT-VALUE}).")
          Path landing) {
    var published =
        new Publication(new WarehouseFolder(warehouse.folder), landing, Clock.systemUTC())
            .publish(warehouse.release(id), label, by);
    spec.commandLine()
        .getOut()
        .printf(
            "公表版 %d「%s」を公表しました。決定の記録：%s%n次は ./renkei serve --warehouse %s --landing %s%n",
            id, label, published, warehouse.folder, landing);
    return 0;
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description =
          "Tests that the release's files are what was released, and recomputes every figure with"
              + " DuckDB from the Delta versions it pins.",
      footer = {"", "Example: ./renkei release verify 1"})
  int verify(@Mixin WarehouseOption warehouse, @Parameters(paramLabel = "RELEASE") int id) {
    var release = warehouse.release(id);
    requireUnchanged(release);
    if (!release.manifest().definitionsHash().equals(CodeVersion.definitions())) {
      throw madeOtherwise(release);
    }
    var versions = new TreeMap<TableName, Long>();
    release
        .manifest()
        .tableVersions()
        .forEach((table, version) -> versions.put(TableName.of(table), version));
    Optional<Release> published = release.manifest().comparedWith().map(warehouse::release);
    var differences =
        Verification.of(
            new WarehouseFolder(warehouse.folder),
            versions,
            release.manifest().asOf(),
            published,
            Collections.emptySortedMap());
    if (!differences.isEmpty() && !release.manifest().codeVersion().equals(CodeVersion.code())) {
      throw madeOtherwise(release);
    }
    if (!differences.isEmpty()) {
      throw new FiguresDifferException(
          "公表版 %d を確認できません。Spark と DuckDB の値が一致しません。%nCannot confirm release %d".formatted(id, id),
          differences);
    }
    spec.commandLine().getOut().printf("公表版 %d の全ての値を DuckDB で再計算し、一致を確認しました。%n", id);
    return 0;
  }

  private static void requireUnchanged(Release release) {
    var changes = ReleaseContent.changes(release);
    if (!changes.isEmpty()) {
      String list =
          changes.stream()
              .map(change -> "  " + change)
              .collect(Collectors.joining(System.lineSeparator()));
      throw new DataProblemException(
          "公表版 %d を確認できません。次のファイルは公表版として作られたときの内容ではありません。%n%s%nフォルダー %s をバックアップから戻してください。"
              .formatted(release.id(), list, release.folder()),
          "Cannot confirm release %d: its files are not what was released (named above). Put the folder %s back from the backup."
              .formatted(release.id(), release.folder()));
    }
  }

  /** Other definitions, or other code that counts otherwise, cannot confirm a release. */
  private static DataProblemException madeOtherwise(Release release) {
    var manifest = release.manifest();
    return new DataProblemException(
        "公表版 %d を再計算できません。定義 %s、コード %s（コミット %s）で作られたもので、今のもの（%s、%s）とは異なります。ファイルは公表版のままです。値はそのコミットで確認してください。"
            .formatted(
                release.id(),
                manifest.definitionsHash(),
                manifest.codeVersion(),
                manifest.commit(),
                CodeVersion.definitions(),
                CodeVersion.code()),
        "Cannot recompute release %d: it was made with definitions %s and code %s (commit %s), these are %s and %s. Its files are what was released; verify its figures with that commit."
            .formatted(
                release.id(),
                manifest.definitionsHash(),
                manifest.codeVersion(),
                manifest.commit(),
                CodeVersion.definitions(),
                CodeVersion.code()));
  }

  private static Map<String, Object> asMap(Release release) {
    var map = new LinkedHashMap<String, Object>();
    map.put("release", release.id());
    map.put("state", release.life().state().name());
    map.put("label", release.life().label().orElse(""));
    map.put("published_by", release.life().publishedBy().orElse(""));
    map.put("published_at", release.life().publishedAt().map(Object::toString).orElse(""));
    map.put("as_of", release.manifest().asOf().toString());
    map.put("created_at", release.manifest().createdAt().toString());
    map.put("content_hash", release.manifest().contentHash());
    map.put("definitions", release.manifest().definitionsHash());
    map.put("code", release.manifest().codeVersion());
    map.put("commit", release.manifest().commit());
    var files = new ArrayList<String>();
    for (var audience : Audience.values()) {
      files.add(release.file(audience).toString());
    }
    map.put("files", files);
    map.put("table_versions", release.manifest().tableVersions());
    return map;
  }
}
