package jp.renkei.warehouse.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlFile;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * The waivers that stand: decisions in {@code landing/decisions}, one file each, of which a later
 * one of the same finding and subject takes the place of an earlier. Files are never changed; a
 * waiver ends with a decision to revoke it.
 */
public final class Waivers {
  private static final String WAIVE = "WAIVE_FINDING";
  private static final String REVOKE = "REVOKE_WAIVER";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;

  private record Key(String findingId, String subject) {}

  public Waivers(Path landing) {
    this.folder = landing.resolve("decisions");
  }

  /**
   * The waivers that stand, by finding and subject.
   *
   * @throws DefinitionException when a decision about a waiver cannot be read
   */
  public Collection<Waiver> standing() {
    var standing = new LinkedHashMap<Key, Waiver>();
    for (var file : files()) {
      read(file).ifPresent(decision -> decision.apply(standing));
    }
    return List.copyOf(standing.values());
  }

  /** The waiver that answers for a finding. */
  public static Optional<Waiver> of(Finding finding, Collection<Waiver> standing) {
    return standing.stream().filter(waiver -> waiver.covers(finding)).findFirst();
  }

  /** Keeps a waiver; returns its file. */
  public Path waive(Waiver waiver) {
    return write(WAIVE, waiver);
  }

  /** Ends a waiver; returns the file of the decision. */
  public Path revoke(Waiver waiver, String reason, String by, Instant at) {
    return write(
        REVOKE, new Waiver(waiver.findingId(), waiver.subject(), waiver.rows(), reason, by, at));
  }

  private Path write(String decision, Waiver waiver) {
    var content = new LinkedHashMap<String, Object>();
    content.put("decision", decision);
    content.put("finding_id", waiver.findingId());
    content.put("subject", waiver.subject());
    content.put("rows", waiver.rows());
    content.put("reason", waiver.reason());
    content.put("by", waiver.by());
    content.put("at", waiver.at().toString());
    try {
      Files.createDirectories(folder);
      Path file = free(STAMP.format(waiver.at()), decision, waiver);
      YamlFile.write(file, content);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Several may be waived within a moment. */
  private Path free(String stamp, String decision, Waiver waiver) {
    String kind = decision.equals(WAIVE) ? "waive" : "revoke";
    int number = 1;
    while (true) {
      String beginning = "%s-%03d-".formatted(stamp, number);
      if (files().stream().noneMatch(file -> file.getFileName().toString().startsWith(beginning))) {
        return folder.resolve(beginning + kind + "-" + waiver.findingId() + ".yaml");
      }
      number++;
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      // By name, which begins with the time.
      return entries
          .filter(file -> file.getFileName().toString().matches("[^.].*-(waive|revoke)-.*\\.yaml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What one file decides. */
  private record Decision(boolean isWaiver, Waiver waiver) {
    void apply(Map<Key, Waiver> standing) {
      var key = new Key(waiver.findingId(), waiver.subject());
      if (isWaiver) {
        standing.put(key, waiver);
      } else {
        standing.remove(key);
      }
    }
  }

  private static Optional<Decision> read(Path file) {
    String name = file.toString();
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var node = YamlNode.parse(name, text);
    String decision = node.text("decision");
    if (!decision.equals(WAIVE) && !decision.equals(REVOKE)) {
      return Optional.empty();
    }
    node.allowOnly("decision", "finding_id", "subject", "rows", "reason", "by", "at");
    try {
      return Optional.of(
          new Decision(
              decision.equals(WAIVE),
              new Waiver(
                  node.text("finding_id"),
                  node.text("subject"),
                  node.decimal("rows").longValueExact(),
                  node.text("reason"),
                  node.text("by"),
                  Instant.parse(node.text("at")))));
    } catch (java.time.DateTimeException | ArithmeticException | IllegalArgumentException e) {
      throw new DefinitionException(
          name + ": expected a waiver with finding_id, subject, rows, reason, by and at.", e);
    }
  }
}
