package jp.renkei.jobs.command;

import java.nio.file.Path;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseStore;
import picocli.CommandLine.Option;

/** {@code --warehouse}, and the releases that lie there. */
final class WarehouseOption {
  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      defaultValue = "data/warehouse",
      description = "The warehouse folder (default: ${DEFAULT-VALUE}).")
  Path folder;

  ReleaseStore releases() {
    return new ReleaseStore(folder);
  }

  Release release(int id) {
    return releases()
        .find(id)
        .orElseThrow(
            () ->
                new DataProblemException(
                    "公表版 %d は %s にありません。一覧は ./renkei release list --warehouse %s で見られます。"
                        .formatted(id, folder, folder),
                    "Cannot find release %d in %s. 'renkei release list' shows those that are there."
                        .formatted(id, folder)));
  }
}
