package jp.renkei.jobs.summary;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.renkei.jobs.Sha256;

/** The hashes of a summary's files, in the form of {@code sha256sum}, and the signature on them. */
final class SummaryManifest {
  static final String FILE = "SHA256SUMS";
  static final String SIGNATURE = "SHA256SUMS.sig";

  private SummaryManifest() {}

  /** The manifest of texts by file name. */
  static String of(SortedMap<String, String> files) {
    return files.entrySet().stream()
        .map(file -> Sha256.of(file.getValue()) + "  " + file.getKey() + "\n")
        .collect(Collectors.joining());
  }

  /** The first file whose content is another than the manifest says; empty when there is none. */
  static Optional<String> firstChanged(Map<String, String> all) {
    var files = new TreeMap<>(all);
    files.keySet().remove(FILE);
    files.keySet().remove(SIGNATURE);
    if (of(files).equals(all.get(FILE))) {
      return Optional.empty();
    }
    return files.entrySet().stream()
        .filter(
            file ->
                !all.get(FILE).contains(Sha256.of(file.getValue()) + "  " + file.getKey() + "\n"))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> Optional.of(FILE));
  }

  static String signatureText(byte[] signature) {
    return Base64.getEncoder().encodeToString(signature) + "\n";
  }

  /** The bytes of a signature; empty where the text is not as {@link #signatureText} writes it. */
  static Optional<byte[]> signature(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.strip().getBytes(StandardCharsets.US_ASCII));
      return signatureText(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
