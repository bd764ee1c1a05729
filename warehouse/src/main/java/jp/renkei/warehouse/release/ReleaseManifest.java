package jp.renkei.warehouse.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * What a release was made of. The first group decides what the release says; the run record (Delta
 * versions, when, which code) stands outside the content hash.
 *
 * @param asOf date by which figures count as preliminary or final and milestones as due
 * @param contentHash SHA-256 over the sorted canonical rows of every released table
 * @param tableHashes per table, the SHA-256 of its sorted canonical rows
 * @param definitionsHash SHA-256 over the definitions (tables, KPIs, rules, policy, questionnaires)
 * @param comparedWith the release that was published when the figures were made, against which a
 *     final figure that moved is REVISED
 * @param tableVersions per table, the Delta version the release pins
 * @param codeVersion hash over the code; another one makes the figures anew
 * @param commit commit of the sources, for whoever looks them up; unknown outside a clone
 * @param fileHashes SHA-256 of each file's bytes by its name; none in manifests of before they were
 *     kept
 */
public record ReleaseManifest(
    int id,
    LocalDate asOf,
    String contentHash,
    SortedMap<String, String> tableHashes,
    String definitionsHash,
    Optional<Integer> comparedWith,
    SortedMap<String, Long> tableVersions,
    Instant createdAt,
    String codeVersion,
    String commit,
    SortedMap<String, String> fileHashes) {

  /** A manifest that does not know the files' bytes. */
  public ReleaseManifest(
      int id,
      LocalDate asOf,
      String contentHash,
      SortedMap<String, String> tableHashes,
      String definitionsHash,
      Optional<Integer> comparedWith,
      SortedMap<String, Long> tableVersions,
      Instant createdAt,
      String codeVersion,
      String commit) {
    this(
        id,
        asOf,
        contentHash,
        tableHashes,
        definitionsHash,
        comparedWith,
        tableVersions,
        createdAt,
        codeVersion,
        commit,
        new TreeMap<>());
  }

  /** The same manifest, with the SHA-256 of each file's bytes. */
  public ReleaseManifest withFileHashes(SortedMap<String, String> hashes) {
    return new ReleaseManifest(
        id,
        asOf,
        contentHash,
        tableHashes,
        definitionsHash,
        comparedWith,
        tableVersions,
        createdAt,
        codeVersion,
        commit,
        hashes);
  }

  static ReleaseManifest parse(String file, String text) {
    var node =
        YamlNode.parse(file, text)
            .allowOnly(
                "release",
                "as_of",
                "content_hash",
                "definitions_hash",
                "compared_with",
                "table_hashes",
                "run");
    var run =
        node.node("run")
            .allowOnly("created_at", "code_version", "commit", "files", "table_versions");
    var hashes = texts(node.node("table_hashes"));
    var fileHashes = run.has("files") ? texts(run.node("files")) : new TreeMap<String, String>();
    var versions = new TreeMap<String, Long>();
    var versionNode = run.node("table_versions");
    versionNode
        .keys()
        .forEach(table -> versions.put(table, versionNode.decimal(table).longValueExact()));
    return new ReleaseManifest(
        node.integer("release"),
        node.date("as_of"),
        node.text("content_hash"),
        hashes,
        node.text("definitions_hash"),
        node.optionalText("compared_with").map(Integer::valueOf),
        versions,
        ReleaseLife.instant(file, run.text("created_at")),
        run.text("code_version"),
        run.optionalText("commit").orElse("unknown"),
        fileHashes);
  }

  private static SortedMap<String, String> texts(YamlNode node) {
    var texts = new TreeMap<String, String>();
    node.keys().forEach(key -> texts.put(key, node.text(key)));
    return texts;
  }

  Map<String, Object> toYaml() {
    var run = new LinkedHashMap<String, Object>();
    run.put("created_at", createdAt.toString());
    run.put("code_version", codeVersion);
    run.put("commit", commit);
    if (!fileHashes.isEmpty()) {
      run.put("files", fileHashes);
    }
    run.put("table_versions", tableVersions);
    var map = new LinkedHashMap<String, Object>();
    map.put("release", id);
    map.put("as_of", asOf.toString());
    map.put("content_hash", contentHash);
    map.put("definitions_hash", definitionsHash);
    comparedWith.ifPresent(release -> map.put("compared_with", release));
    map.put("table_hashes", tableHashes);
    map.put("run", run);
    return map;
  }
}
