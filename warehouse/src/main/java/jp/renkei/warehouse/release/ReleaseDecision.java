package jp.renkei.warehouse.release;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * One thing that happened to a release: what, by whom, when.
 *
 * @param label what it was published for, such as 第2回検討会
 * @param meeting the meeting it was published for, where that is more than the label says
 * @param embargoUntil until when only the secretariat sees it
 * @param revision why it took the place of the one published before
 * @param reason in the decider's own words; always there for a withdrawal
 * @param other the release that superseded it, or whose withdrawal brought it back
 */
public record ReleaseDecision(
    Kind kind,
    String by,
    Instant at,
    Optional<String> label,
    Optional<String> meeting,
    Optional<Edition> edition,
    Optional<Instant> embargoUntil,
    Optional<RevisionReason> revision,
    Optional<String> reason,
    Optional<Integer> other) {

  /** What was decided, and the state that it leads to. */
  public enum Kind {
    REVIEW(ReleaseState.REVIEWED),
    PUBLISH(ReleaseState.PUBLISHED),
    /** Follows from the publication of another. */
    SUPERSEDE(ReleaseState.SUPERSEDED),
    WITHDRAW(ReleaseState.WITHDRAWN),
    /** Follows from the withdrawal of the one that superseded it. */
    RESTORE(ReleaseState.PUBLISHED);

    private final ReleaseState state;

    Kind(ReleaseState state) {
      this.state = state;
    }

    ReleaseState state() {
      return state;
    }
  }

  /** A decision that says no more than what it is. */
  public static ReleaseDecision of(Kind kind, String by, Instant at) {
    return new ReleaseDecision(
        kind,
        by,
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static ReleaseDecision review(String by, Instant at) {
    return of(Kind.REVIEW, by, at);
  }

  /** A publication with what there is to say of it. */
  public static ReleaseDecision publish(
      String by,
      Instant at,
      String label,
      Optional<String> meeting,
      Optional<Edition> edition,
      Optional<Instant> embargoUntil,
      Optional<RevisionReason> revision,
      Optional<String> reason) {
    return new ReleaseDecision(
        Kind.PUBLISH,
        by,
        at,
        Optional.of(label),
        meeting,
        edition,
        embargoUntil,
        revision,
        reason,
        Optional.empty());
  }

  public static ReleaseDecision withdraw(String by, Instant at, String reason) {
    return of(Kind.WITHDRAW, by, at).withReason(reason);
  }

  /** What another release's decision brings about. */
  public static ReleaseDecision following(Kind kind, String by, Instant at, int other) {
    return new ReleaseDecision(
        kind,
        by,
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(other));
  }

  /** The same with words of the decider. */
  public ReleaseDecision withReason(String text) {
    return new ReleaseDecision(
        kind, by, at, label, meeting, edition, embargoUntil, revision, Optional.of(text), other);
  }

  static ReleaseDecision parse(String file, YamlNode node) {
    return read(
        file,
        node.allowOnly(
            "decision",
            "by",
            "at",
            "label",
            "meeting",
            "edition",
            "embargo_until",
            "revision",
            "reason",
            "other_release"));
  }

  /** Reads a decision from among what else stands there, as in a file of landing. */
  public static ReleaseDecision read(String file, YamlNode node) {
    return new ReleaseDecision(
        node.code("decision", Kind.class),
        node.text("by"),
        ReleaseLife.instant(file, node.text("at")),
        node.optionalText("label"),
        node.optionalText("meeting"),
        node.has("edition") ? Optional.of(node.code("edition", Edition.class)) : Optional.empty(),
        node.optionalText("embargo_until").map(at -> ReleaseLife.instant(file, at)),
        node.has("revision")
            ? Optional.of(node.code("revision", RevisionReason.class))
            : Optional.empty(),
        node.optionalText("reason"),
        node.has("other_release") ? Optional.of(node.integer("other_release")) : Optional.empty());
  }

  /** As it stands in a release's life and, with the release it is about, in landing. */
  public Map<String, Object> toYaml() {
    var map = new LinkedHashMap<String, Object>();
    map.put("decision", kind.name());
    label.ifPresent(text -> map.put("label", text));
    meeting.ifPresent(text -> map.put("meeting", text));
    edition.ifPresent(one -> map.put("edition", one.name()));
    embargoUntil.ifPresent(time -> map.put("embargo_until", time.toString()));
    revision.ifPresent(one -> map.put("revision", one.name()));
    reason.ifPresent(text -> map.put("reason", text));
    other.ifPresent(id -> map.put("other_release", id));
    map.put("by", by);
    map.put("at", at.toString());
    return map;
  }
}
