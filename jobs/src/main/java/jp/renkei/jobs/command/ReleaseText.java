package jp.renkei.jobs.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Edition;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.RevisionReason;

/** Releases as commands tell them; times of lines in Japan's zone, of fields as instants. */
final class ReleaseText {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

  private ReleaseText() {}

  static String minute(Instant time) {
    return MINUTE.format(time);
  }

  static String line(Release release) {
    var life = release.life();
    var words = new ArrayList<String>();
    life.label().ifPresent(words::add);
    life.edition().map(Edition::japanese).ifPresent(words::add);
    life.revision().map(RevisionReason::japanese).ifPresent(words::add);
    life.embargoUntil().ifPresent(until -> words.add("解禁 " + minute(until)));
    return "%4d  %-10s  時点 %s  作成 %s  %s"
        .formatted(
            release.id(),
            life.state(),
            release.head().asOf(),
            minute(release.head().createdAt()),
            String.join("  ", words));
  }

  /** What a list says of a release. */
  static Map<String, Object> summary(Release release) {
    var life = release.life();
    var map = new LinkedHashMap<String, Object>();
    map.put("release", release.id());
    map.put("state", life.state().name());
    map.put("label", life.label().orElse(""));
    map.put("meeting", life.meeting().orElse(""));
    map.put("edition", life.edition().map(Edition::name).orElse(""));
    map.put("reason", life.revision().map(RevisionReason::name).orElse(""));
    map.put("embargo_until", text(life.embargoUntil()));
    map.put("published_by", life.publishedBy().orElse(""));
    map.put("published_at", text(life.publishedAt()));
    map.put("history", life.history().stream().map(one -> one.toYaml()).toList());
    map.put("as_of", release.head().asOf().toString());
    map.put("created_at", release.head().createdAt().toString());
    map.put("content_hash", release.head().contentHash());
    return map;
  }

  /** Everything there is to say of a release. */
  static Map<String, Object> asMap(Release release) {
    var map = summary(release);
    map.put("definitions", release.manifest().definitionsHash());
    map.put("code", release.manifest().codeVersion());
    map.put("commit", release.manifest().commit());
    var files = new ArrayList<String>();
    for (var audience : Audience.values()) {
      files.add(release.file(audience).toString());
    }
    map.put("files", files);
    map.put("table_versions", release.manifest().tableVersions());
    return map;
  }

  private static String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("");
  }
}
