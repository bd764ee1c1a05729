package jp.renkei.jobs.command;

import java.nio.file.Files;
import java.nio.file.Path;
import jp.renkei.jobs.DataProblemException;
import picocli.CommandLine.Option;

/** {@code --landing}, for commands that only read it. */
final class LandingOption {
  @Option(
      names = "--landing",
      paramLabel = "DIR",
      defaultValue = "data/landing",
      description = "Landing folder with register and rounds (default: ${DEFAULT-VALUE}).")
  Path folder;

  /** The folder, which must be there. */
  Path existing() {
    if (!Files.isDirectory(folder)) {
      throw new DataProblemException(
          "landing フォルダー %s がありません。--landing で指定してください。".formatted(folder),
          "Cannot read landing folder %s: there is no such folder. Name yours with --landing."
              .formatted(folder));
    }
    return folder;
  }
}
