package jp.renkei.jobs.delta;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The sources whose rows a table holds, each under the context it was taken last. */
public final class CommittedSources {
  private final Map<SourceId, Long> versions;
  private final Map<String, SourceId> newest = new HashMap<>();

  CommittedSources(Map<SourceId, Long> versions) {
    this.versions = versions;
    versions.forEach(
        (source, version) ->
            newest.merge(
                source.purpose() + ":" + source.sha256(),
                source,
                (left, right) -> versions.get(left) > versions.get(right) ? left : right));
  }

  /** What the newest version of a table holds; nothing where there is no table yet. */
  public static CommittedSources of(Path tableFolder) {
    return new DeltaLog(tableFolder)
        .latest()
        .map(snapshot -> new CommittedSources(DeltaLog.transactions(snapshot)))
        .orElseGet(() -> new CommittedSources(Map.of()));
  }

  /** True if the table's rows of this source were made under this very context. */
  public boolean holds(SourceId source) {
    return source.equals(newest.get(source.purpose() + ":" + source.sha256()));
  }

  /** The source as it was taken last, under whatever context. */
  public Optional<SourceId> taken(String purpose, String sha256) {
    return Optional.ofNullable(newest.get(purpose + ":" + sha256));
  }

  /** The bytes of which the table has rows, or had, that were made for a purpose. */
  public Set<String> sha256s(String purpose) {
    return newest.values().stream()
        .filter(source -> source.purpose().equals(purpose))
        .map(SourceId::sha256)
        .collect(Collectors.toSet());
  }

  /** A transaction version above all that stand in the table. */
  long nextVersion() {
    return versions.isEmpty() ? 1 : Collections.max(versions.values()) + 1;
  }
}
