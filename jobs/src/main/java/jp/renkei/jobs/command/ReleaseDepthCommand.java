package jp.renkei.jobs.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseStore;
import jp.renkei.warehouse.release.diff.ReleaseDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code jobs/bench/releases} measures with: makes a warehouse deep, or reads it. */
@Command(
    name = "release-depth",
    hidden = true,
    mixinStandardHelpOptions = true,
    description =
        "Makes the two releases of a warehouse the first and last of many, or measures such a one.",
    footer = {"", "Example: ./renkei bench release-depth --write 1000 --warehouse target/deep"})
final class ReleaseDepthCommand implements Callable<Integer> {
  private static final int TIMES = 5;
  private static final double NANOS = 1e9;

  @Spec CommandSpec spec;
  @Mixin WarehouseOption warehouse;

  @Option(
      names = "--write",
      paramLabel = "N",
      defaultValue = "0",
      description = "Fill up to N releases; without it, measure.")
  int depth;

  @Override
  public Integer call() throws IOException {
    if (depth > 0) {
      fill();
      return 0;
    }
    var out = spec.commandLine().getOut();
    // Each with nothing known from before, and then once more as a server does it.
    out.println(line("list", () -> new ReleaseStore(warehouse.folder).all().size()));
    var known = warehouse.releases();
    known.all();
    out.println(line("shown", () -> known.shownAt(Instant.now()).map(Release::id).orElse(0)));
    out.println(
        line("open", () -> rows(new ReleaseStore(warehouse.folder).newest().orElseThrow())));
    out.println(
        line(
            "diff",
            () -> {
              var store = new ReleaseStore(warehouse.folder);
              return ReleaseDiff.of(
                      store.find(1).orElseThrow(),
                      store.newest().orElseThrow(),
                      Audience.SECRETARIAT)
                  .changes()
                  .size();
            }));
    out.flush();
    return 0;
  }

  /** The second becomes the last; between them stand copies of the first, whose files they link. */
  private void fill() throws IOException {
    Path releases = warehouse.releases().folder();
    Path first = warehouse.release(1).folder();
    Path second = warehouse.release(2).folder();
    if (depth < 3 || warehouse.releases().newest().orElseThrow().id() != 2) {
      throw new DataProblemException(
          "公表版がちょうど二つある warehouse と、3以上の数を指定してください。",
          "Cannot fill " + releases + ": expected two releases and a number from 3 on.");
    }
    Path last = releases.resolve(Integer.toString(depth));
    Files.move(second, last);
    renumber(last, 2, depth);
    for (int id = 2; id < depth; id++) {
      Path folder = Files.createDirectories(releases.resolve(Integer.toString(id)));
      try (var files = Files.list(first)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = folder.resolve(file.getFileName());
          if (file.toString().endsWith(".yaml")) {
            Files.copy(file, copy);
          } else {
            Files.createLink(copy, file);
          }
        }
      }
      renumber(folder, 1, id);
    }
  }

  private static void renumber(Path folder, int before, int id) throws IOException {
    Path manifest = folder.resolve("manifest.yaml");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceFirst("release: " + before + "\n", "release: " + id + "\n"));
  }

  private static int rows(Release release) {
    try (var reader = release.open(Audience.SECRETARIAT)) {
      return reader.read(
          sql -> sql.fetchSingle("select count(*) from gold.kpi_value").get(0, Integer.class));
    }
  }

  /** What it is about, how much there was of it, and the seconds of each time. */
  private static String line(String name, IntSupplier work) {
    int size = work.getAsInt();
    var line = new StringBuilder(name + " " + size);
    IntStream.range(0, TIMES)
        .forEach(
            time -> {
              long start = System.nanoTime();
              int again = work.getAsInt();
              double seconds = (System.nanoTime() - start) / NANOS;
              if (again != size) {
                throw new IllegalStateException(
                    "Cannot measure " + name + ": found " + again + " after " + size + ".");
              }
              line.append(String.format(Locale.ROOT, " %.3f", seconds));
            });
    return line.toString();
  }
}
