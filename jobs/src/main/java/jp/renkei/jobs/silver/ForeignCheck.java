package jp.renkei.jobs.silver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.renkei.jobs.foreign.RegisterDescription;
import jp.renkei.surveys.CsvFile;
import jp.renkei.surveys.Problem;

/**
 * Checks a foreign register's file as a run would: with the description and snapshots beside it.
 */
final class ForeignCheck {
  private static final String FOLDER = "foreign_registers/";

  private ForeignCheck() {}

  /** Whether a file lies where a foreign register's files do, or beside a description of one. */
  static boolean isForeign(Path file) {
    String name = file.getFileName().toString();
    return name.equals(RegisterDescription.FILE_NAME)
        || (name.toLowerCase(Locale.ROOT).endsWith(".json")
            && Files.exists(file.resolveSibling(RegisterDescription.FILE_NAME)))
        || isBelowFolder(file);
  }

  private static boolean isBelowFolder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder != null
        && folder.getParent() != null
        && folder.getParent().endsWith(FOLDER.substring(0, FOLDER.length() - 1));
  }

  /** What is wrong with a file, by the place that it has, or would have, in landing. */
  static List<Problem> problems(Path file) throws IOException {
    var files = new ArrayList<TextFile>();
    var checked = text(file);
    files.add(checked);
    try (Stream<Path> folder = Files.list(file.toAbsolutePath().normalize().getParent())) {
      for (Path beside : folder.sorted().toList()) {
        if (isBeside(file, beside)) {
          files.add(text(beside));
        }
      }
    }
    var problems = new ArrayList<>(checked.problems());
    problems.addAll(ForeignRegisters.read(new LookedAtFiles(files)).problems(checked.file()));
    return problems;
  }

  private static boolean isBeside(Path file, Path beside) throws IOException {
    String name = beside.getFileName().toString();
    boolean isOfRegister =
        name.equals(RegisterDescription.FILE_NAME)
            || name.toLowerCase(Locale.ROOT).endsWith(".json");
    return isOfRegister
        && Files.isRegularFile(beside)
        && !Files.isSameFile(file, beside)
        && CsvFile.tooLarge(name, Files.size(beside)).isEmpty();
  }

  private static TextFile text(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    String register = absolute.getParent().getFileName().toString();
    var text = TextFile.of(FOLDER + register + "/" + file.getFileName(), Files.readAllBytes(file));
    var received = text.file();
    return new TextFile(
        new ReceivedFiles.File(
            received.submissionId(),
            received.sha256(),
            received.kind(),
            received.path(),
            Instant.now()),
        text.lines(),
        text.problems());
  }
}
