package jp.renkei.jobs.silver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.renkei.surveys.Receipt;
import jp.renkei.warehouse.definition.DefinitionException;

/** The receipts that lie in a landing folder now, by the SHA-256 of the file they are about. */
final class LandedReceipts {
  private LandedReceipts() {}

  /** A receipt that cannot be used is left out here; a run tells what is wrong with it. */
  static Map<String, Receipt> read(Path landing) {
    var receipts = new HashMap<String, Receipt>();
    below(landing, "receipts")
        .forEach(
            (path, file) -> {
              try {
                var receipt = Receipt.parse(path, Files.readString(file));
                receipts.merge(receipt.sha256(), receipt, Receipts::later);
              } catch (IOException | DefinitionException e) {
                // Counts for nothing until it is mended, as in a run.
              }
            });
    return receipts;
  }

  /** Files in a folder of landing, by their path below landing; hidden ones are not submissions. */
  static Map<String, Path> below(Path landing, String folder) {
    var files = new TreeMap<String, Path>();
    Path root = landing.resolve(folder);
    if (!Files.isDirectory(root)) {
      return files;
    }
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile)
          .filter(file -> !isHidden(root, file))
          .forEach(file -> files.put(landing.relativize(file).toString().replace('\\', '/'), file));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHidden(Path root, Path file) {
    for (Path name : root.relativize(file)) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
