package jp.renkei.warehouse.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lines of a manifest that lists show. */
public record ReleaseHead(int id, LocalDate asOf, Instant createdAt, String contentHash) {
  private static final Pattern LINES =
      Pattern.compile(
          "release: (?<id>[1-9][0-9]{0,8})\\R"
              + "as_of: '?(?<asOf>[0-9]{4}-[0-9]{2}-[0-9]{2})'?\\R"
              + "content_hash: '?(?<hash>[0-9a-z]+)'?\\R"
              + "(?s:.*?)^run:\\R  created_at: '?(?<created>[0-9T:.-]+Z)'?$",
          Pattern.MULTILINE);

  static ReleaseHead of(ReleaseManifest manifest) {
    return new ReleaseHead(
        manifest.id(), manifest.asOf(), manifest.createdAt(), manifest.contentHash());
  }

  /**
   * Finds the lines where {@link ReleaseStore} writes them; the hundreds of others are not parsed.
   *
   * @return empty where the text is not as this product writes it; then it is parsed as a whole
   */
  static Optional<ReleaseHead> find(String manifest) {
    var lines = LINES.matcher(manifest);
    return lines.lookingAt()
        ? Optional.of(
            new ReleaseHead(
                Integer.parseInt(lines.group("id")),
                LocalDate.parse(lines.group("asOf")),
                Instant.parse(lines.group("created")),
                lines.group("hash")))
        : Optional.empty();
  }
}
