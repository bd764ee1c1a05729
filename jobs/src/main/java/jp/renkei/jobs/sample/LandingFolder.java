package jp.renkei.jobs.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The landing folder being written; paths are below it, with forward slashes. */
record LandingFolder(Path root) {

  void text(String path, String text) {
    text(path, text, StandardCharsets.UTF_8);
  }

  void text(String path, String text, Charset charset) {
    bytes(path, text.getBytes(charset));
  }

  /** Lines ended by LF; compressed when the path ends in .gz. */
  void lines(String path, List<String> lines) {
    try (OutputStream file = Files.newOutputStream(created(path));
        OutputStream out = path.endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file) {
      // In pieces, so that a large month does not stand in memory three times.
      for (int start = 0; start < lines.size(); start += 1_000) {
        List<String> piece = lines.subList(start, Math.min(lines.size(), start + 1_000));
        out.write((String.join("\n", piece) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw cannotWrite(path, e);
    }
  }

  void bytes(String path, byte[] bytes) {
    try {
      Files.write(created(path), bytes);
    } catch (IOException e) {
      throw cannotWrite(path, e);
    }
  }

  private Path created(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return file;
  }

  private UncheckedIOException cannotWrite(String path, IOException e) {
    return new UncheckedIOException(
        "Cannot write %s: %s".formatted(root.resolve(path), e.getMessage()), e);
  }
}
