package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.jobs.Sha256;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.SubmissionKind;

/** A landing folder with gateway logs, for tests. */
final class GatewayLanding {
  private final Path root;

  GatewayLanding(Path root) {
    this.root = root;
  }

  GatewayLanding put(String path, byte[] bytes) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return this;
  }

  GatewayLanding put(String path, String text) throws IOException {
    return put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  LandedFile file(String path) throws IOException {
    byte[] bytes = Files.readAllBytes(root.resolve(path));
    var kind = path.endsWith("feed.yaml") ? SubmissionKind.FEED : SubmissionKind.GATEWAY;
    Path file = root.resolve(path);
    return new LandedFile(
        file.toUri(),
        path,
        Sha256.of(bytes),
        bytes.length,
        Files.getLastModifiedTime(file).toInstant(),
        kind);
  }

  List<LandedFile> files() throws IOException {
    var files = new ArrayList<LandedFile>();
    try (var tree = Files.walk(root)) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        files.add(file(root.relativize(file).toString()));
      }
    }
    return files;
  }
}
