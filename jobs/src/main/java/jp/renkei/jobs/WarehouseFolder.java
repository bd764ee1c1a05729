package jp.renkei.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.warehouse.release.ReleaseStore;
import jp.renkei.warehouse.table.TableName;

/** Where things lie in a warehouse: {@code <layer>/<table>}, {@code releases}, {@code run}. */
public record WarehouseFolder(Path root) {
  public WarehouseFolder {
    root = root.toAbsolutePath().normalize();
  }

  public Path table(TableName table) {
    return TableFolder.of(root, table);
  }

  public ReleaseStore releases() {
    return new ReleaseStore(root);
  }

  /** What runs remember from one to the next; the warehouse is right without it, only slower. */
  public Path memory() {
    return madeIfMissing(root.resolve("run")).resolve("memory.yaml");
  }

  /** The hashes of landing's files that the last run took; they save reading, nothing else. */
  public Path landingHashes() {
    return root.resolve("run").resolve("landing-hashes.tsv");
  }

  /** What each run read and wrote, a folder per run; the warehouse does without it. */
  public Path runs() {
    return root.resolve("runs");
  }

  /** The file that a writing run holds locked. */
  public Path lease() {
    return madeIfMissing(root.resolve("run")).resolve("lease");
  }

  private static Path madeIfMissing(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
