package jp.renkei.jobs.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.release.Publication;
import jp.renkei.jobs.release.ReleaseVerification;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseStore;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every decision about a release is given: who decides, and where it is kept. */
final class DecisionOptions {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Mixin WarehouseOption warehouse;

  @Option(
      names = "--by",
      paramLabel = "WHO",
      defaultValue = "${sys:user.name}",
      description = "Who decides (default: ${DEFAULT-VALUE}).")
  String by;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      defaultValue = "data/landing",
      description = "Where the decision is kept (default: ${DEFAULT-VALUE}).")
  Path landing;

  @Option(names = "--json", description = "Tell the outcome as JSON.")
  boolean json;

  /** Who decides. */
  String by() {
    requireText("--by", by);
    return by.strip();
  }

  ReleaseStore releases() {
    return warehouse.releases();
  }

  Publication publication() {
    var folder = new WarehouseFolder(warehouse.folder);
    return new Publication(folder, landing, Clock.systemUTC(), release -> verify(folder, release));
  }

  private void verify(WarehouseFolder folder, Release release) {
    var err = spec.commandLine().getErr();
    err.println("公表版 %d の全ての値を DuckDB で再計算しています ...".formatted(release.id()));
    err.flush();
    long start = System.nanoTime();
    new ReleaseVerification(folder).confirmForPublication(release);
    err.println("一致を確認しました（%.1f 秒）。".formatted((System.nanoTime() - start) / 1e9));
    err.flush();
  }

  void tell(int id, Path decision, String text) {
    var out = spec.commandLine().getOut();
    if (json) {
      var map = new LinkedHashMap<String, Object>();
      map.put("release", id);
      map.put("state", warehouse.release(id).life().state().name());
      map.put("decision", decision.toString());
      out.println(Json.write(map));
    } else {
      out.println(text);
      out.println("決定の記録：" + decision);
    }
    out.flush();
  }

  void requireText(String option, String text) {
    if (text.isBlank()) {
      throw wrong(option, text, "空でない文字列", "a text that is not blank");
    }
  }

  /** Wrong usage, in both languages. */
  ParameterException wrong(String option, String found, String japanese, String english) {
    return new ParameterException(
        spec.commandLine(),
        "%s に「%s」は使えません。%s を指定してください。%nInvalid value for %s: found '%s', expected %s."
            .formatted(option, found, japanese, option, found, english));
  }
}
