package jp.renkei.warehouse.release;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;
import jp.renkei.warehouse.release.ReleaseDecision.Kind;

/**
 * What people decided about a release; follows from the decisions in landing.
 *
 * @param history everything that happened to it since it was made, the oldest first
 */
public record ReleaseLife(ReleaseState state, List<ReleaseDecision> history) {
  public ReleaseLife {
    history = List.copyOf(history);
  }

  /** The life of a release nobody has decided on yet. */
  public static ReleaseLife draft() {
    return new ReleaseLife(ReleaseState.DRAFT, List.of());
  }

  /** The life once this was decided too. */
  public ReleaseLife after(ReleaseDecision decision) {
    var longer = new ArrayList<>(history);
    longer.add(decision);
    return new ReleaseLife(decision.kind().state(), longer);
  }

  /** What it was published for, such as 第2回検討会. */
  public Optional<String> label() {
    return publication(ReleaseDecision::label);
  }

  public Optional<String> meeting() {
    return publication(ReleaseDecision::meeting);
  }

  public Optional<Edition> edition() {
    return publication(ReleaseDecision::edition);
  }

  public Optional<RevisionReason> revision() {
    return publication(ReleaseDecision::revision);
  }

  public Optional<Instant> embargoUntil() {
    return publication(ReleaseDecision::embargoUntil);
  }

  public Optional<String> publishedBy() {
    return last(Kind.PUBLISH).map(ReleaseDecision::by);
  }

  public Optional<Instant> publishedAt() {
    return last(Kind.PUBLISH).map(ReleaseDecision::at);
  }

  /** Everybody who reviewed it, in the order they did. */
  public List<String> reviewers() {
    return history.stream()
        .filter(one -> one.kind() == Kind.REVIEW)
        .map(ReleaseDecision::by)
        .distinct()
        .toList();
  }

  /** The newest decision of a kind. */
  public Optional<ReleaseDecision> last(Kind kind) {
    return history.stream().filter(one -> one.kind() == kind).reduce((first, second) -> second);
  }

  /** Since when others than the secretariat may see it; empty for what was never published. */
  public Optional<Instant> openSince() {
    return publishedAt().map(at -> embargoUntil().filter(until -> until.isAfter(at)).orElse(at));
  }

  /** Whether everybody may see it at a time: published, not withdrawn, its embargo over. */
  public boolean isOpenAt(Instant time) {
    return (state == ReleaseState.PUBLISHED || state == ReleaseState.SUPERSEDED)
        && openSince().map(since -> !since.isAfter(time)).orElse(true);
  }

  /**
   * The life as it looks to whoever must not know yet of a release that is to take the place of
   * this one.
   */
  public ReleaseLife seenAs(ReleaseState other) {
    return state == other
        ? this
        : new ReleaseLife(
            other, history.stream().filter(one -> one.kind() != Kind.SUPERSEDE).toList());
  }

  /** Whether everybody could see it before it was withdrawn, and so may know why it is gone. */
  public boolean isWithdrawnFromSight() {
    return state == ReleaseState.WITHDRAWN
        && last(Kind.WITHDRAW)
            .flatMap(end -> openSince().map(since -> !since.isAfter(end.at())))
            .orElse(false);
  }

  /** Whether others than the secretariat hold its files, or will once its embargo is over. */
  public boolean isEverOpen() {
    return state == ReleaseState.PUBLISHED
        || state == ReleaseState.SUPERSEDED
        || isWithdrawnFromSight();
  }

  private <T> Optional<T> publication(Function<ReleaseDecision, Optional<T>> part) {
    return last(Kind.PUBLISH).flatMap(part);
  }

  static ReleaseLife parse(String file, String text) {
    var node =
        YamlNode.parse(file, text)
            .allowOnly("state", "history", "label", "published_by", "published_at");
    var history =
        node.has("history")
            ? node.nodes("history").stream().map(one -> ReleaseDecision.parse(file, one)).toList()
            : beforeHistoryWasKept(file, node);
    return new ReleaseLife(node.code("state", ReleaseState.class), history);
  }

  /** Lives of before all decisions were kept know the publication alone. */
  private static List<ReleaseDecision> beforeHistoryWasKept(String file, YamlNode node) {
    return node.optionalText("published_at").stream()
        .map(
            at ->
                ReleaseDecision.publish(
                    node.optionalText("published_by").orElse(""),
                    instant(file, at),
                    node.optionalText("label").orElse(""),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
        .toList();
  }

  Map<String, Object> toYaml() {
    var map = new LinkedHashMap<String, Object>();
    map.put("state", state.name());
    if (!history.isEmpty()) {
      map.put("history", history.stream().map(ReleaseDecision::toYaml).toList());
    }
    return map;
  }

  static Instant instant(String file, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new DefinitionException(
          file + ": found '" + text + "', expected an instant such as 2026-01-05T00:00:00Z.", e);
    }
  }
}
