package jp.renkei.surveys.form;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs LibreOffice, as a respondent without Excel would; tests say so when it is missing. */
final class LibreOffice {
  private static final long LONGEST_SECONDS = 120;

  private LibreOffice() {}

  private static Path program() {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .map(folder -> Path.of(folder, "soffice"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  /** A file as LibreOffice saves it anew in a format, {@code xlsx} or {@code pdf}. */
  static byte[] converted(Path folder, byte[] workbook, String format) throws IOException {
    Path program = program();
    assumeTrue(program != null, "skipped: LibreOffice (soffice) is not installed");
    Path file = Files.write(folder.resolve("form.xlsx"), workbook);
    Path out = Files.createDirectories(folder.resolve(format));
    // A profile of its own, so that it never waits for another LibreOffice of the same user.
    Process process =
        new ProcessBuilder(
                program.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                out.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("soffice.log").toFile())
            .start();
    try {
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("LibreOffice took more than " + LONGEST_SECONDS + " seconds.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return Files.readAllBytes(out.resolve("form." + format));
  }
}
