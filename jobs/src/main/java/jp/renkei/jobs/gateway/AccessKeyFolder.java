package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the key files of one issuer and product lie in a warehouse: {@code
 * access_keys/<issuer_id>/<product>/<sha256>-<part>.keys}. Accesses of others are no duplicates of
 * theirs. The files can be made again from landing, and stand in no table. Beside a key file stands
 * what its log gave up to others: those keys are no longer its own once landing does not hold it.
 */
record AccessKeyFolder(Path path) {
  private static final String ENDING = ".keys";
  private static final String GIVEN_UP = ".given-up";
  private static final int SHA256_DIGITS = 64;

  static AccessKeyFolder of(String warehouse, GatewayFile file) {
    return new AccessKeyFolder(Path.of(warehouse, "access_keys", file.issuerId(), file.product()));
  }

  /** Where the keys of a part stand. */
  Path fileOf(LogPart part) {
    return path.resolve("%s-%06d%s".formatted(part.file().file().sha256(), part.index(), ENDING));
  }

  /**
   * Where those of a part's keys stand whose accesses other logs keep; missing where there are
   * none.
   */
  Path givenUpOf(LogPart part) {
    return givenUpOf(fileOf(part));
  }

  /** The same by the part's key file. */
  static Path givenUpOf(Path keyFile) {
    return Path.of(keyFile + GIVEN_UP);
  }

  static int partOf(Path keyFile) {
    String name = keyFile.getFileName().toString();
    return Integer.parseInt(name.substring(SHA256_DIGITS + 1, name.length() - ENDING.length()));
  }

  /** The key files by the SHA-256 of their logs, each in the order of parts. */
  SortedMap<String, List<AccessKeyFile>> bySha256() throws IOException {
    var files = new TreeMap<String, List<AccessKeyFile>>();
    if (!Files.isDirectory(path)) {
      return files;
    }
    try (var all = Files.list(path)) {
      for (Path file : all.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(ENDING)) {
          files
              .computeIfAbsent(name.substring(0, SHA256_DIGITS), unused -> new ArrayList<>())
              .add(AccessKeyFile.open(file));
        }
      }
    }
    return files;
  }

  /** Takes away what an earlier reading of a log left, which may have had other parts. */
  void forget(String sha256) throws IOException {
    if (!Files.isDirectory(path)) {
      return;
    }
    try (var all = Files.newDirectoryStream(path, sha256 + "-*" + ENDING + "*")) {
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    }
  }
}
