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
    String commit) {

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
    var run = node.node("run").allowOnly("created_at", "code_version", "commit", "table_versions");
    var hashes = new TreeMap<String, String>();
    var hashNode = node.node("table_hashes");
    hashNode.keys().forEach(table -> hashes.put(table, hashNode.text(table)));
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
        run.optionalText("commit").orElse("unknown"));
  }

  Map<String, Object> toYaml() {
    var run = new LinkedHashMap<String, Object>();
    run.put("created_at", createdAt.toString());
    run.put("code_version", codeVersion);
    run.put("commit", commit);
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
