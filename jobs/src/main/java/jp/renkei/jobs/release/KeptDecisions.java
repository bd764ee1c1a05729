package jp.renkei.jobs.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;
import jp.renkei.warehouse.release.ReleaseDecision;
import jp.renkei.warehouse.release.ReleaseDecision.Kind;
import jp.renkei.warehouse.release.ReleaseLife;
import jp.renkei.warehouse.release.ReleaseState;

/**
 * The decisions that landing keeps: a warehouse made again knows by them what its releases were,
 * since each names the content that it is about.
 */
public final class KeptDecisions {
  private static final Set<String> KINDS =
      Stream.of(Kind.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  private final List<Kept> decisions;

  /** A decision and what it is about. */
  private record Kept(
      int release, String contentHash, Optional<Instant> createdAt, ReleaseDecision decision) {}

  /**
   * A release as it was in the warehouse before.
   *
   * @param createdAt when it was made; empty where the decisions are of before that was kept
   */
  record Former(int id, Optional<Instant> createdAt, ReleaseLife life) {}

  private KeptDecisions(List<Kept> decisions) {
    this.decisions = List.copyOf(decisions);
  }

  /** None at all. */
  public static KeptDecisions none() {
    return new KeptDecisions(List.of());
  }

  /**
   * The decisions of a landing folder, in the order they were taken.
   *
   * @throws DataProblemException naming a file that cannot be read: a withdrawal that is passed
   *     over would bring the release back
   */
  public static KeptDecisions in(Path landing) {
    Path folder = landing.resolve("decisions");
    if (!Files.isDirectory(folder)) {
      return none();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return new KeptDecisions(
          files
              .filter(file -> file.getFileName().toString().matches("[^.].*\\.yaml"))
              .sorted()
              .flatMap(file -> read(file).stream())
              .sorted(Comparator.comparing(kept -> kept.decision().at()))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Decisions about other things, such as waivers, lie there too. */
  private static Optional<Kept> read(Path file) {
    try {
      var node = YamlNode.parse(file.toString(), Files.readString(file));
      if (!KINDS.contains(node.text("decision"))) {
        return Optional.empty();
      }
      return Optional.of(
          new Kept(
              node.integer("release"),
              node.text("content_hash"),
              node.optionalText("created_at").map(Instant::parse),
              ReleaseDecision.read(file.toString(), node)));
    } catch (DefinitionException | DateTimeException e) {
      throw unreadable(file, e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read decision " + file, e);
    }
  }

  private static DataProblemException unreadable(Path file, RuntimeException cause) {
    return new DataProblemException(
        "公表版についての決定 %s を読めません（%s）。決定を飛ばすと公表や取りやめが失われるため、公表版は作りません。ファイルをバックアップから戻すか、決定でないものなら landing/decisions の外へ移して、もう一度実行してください。"
            .formatted(file, cause.getMessage()),
        "Cannot read decision %s: %s. Without it a publication or withdrawal would be lost, so no release is made. Put the file back from the backup or, if it is no decision, move it out of landing/decisions; then run again."
            .formatted(file, cause.getMessage()));
  }

  /**
   * The release that said the same in the warehouse before.
   *
   * @param newest number of the newest release here: what is numbered up to it is known here, and
   *     the same content once more is a draft like any other
   */
  Optional<Former> find(String contentHash, int newest) {
    var own =
        decisions.stream()
            .filter(kept -> kept.contentHash().equals(contentHash) && kept.release() > newest)
            .toList();
    return own.stream()
        .map(Kept::release)
        .max(Comparator.naturalOrder())
        .map(
            id -> {
              var of = own.stream().filter(kept -> kept.release() == id).toList();
              return new Former(
                  id,
                  of.stream().map(Kept::createdAt).flatMap(Optional::stream).findFirst(),
                  life(id, of));
            });
  }

  private ReleaseLife life(int id, List<Kept> own) {
    var life = ReleaseLife.draft();
    for (var kept : own) {
      life = life.after(kept.decision());
    }
    if (life.state() != ReleaseState.PUBLISHED) {
      return life;
    }
    var published = life.publishedAt().orElseThrow();
    var successor =
        decisions.stream()
            .filter(kept -> kept.release() != id && kept.decision().kind() == Kind.PUBLISH)
            .filter(kept -> kept.decision().at().isAfter(published))
            .filter(kept -> decisions.stream().noneMatch(other -> withdraws(other, kept)))
            .findFirst();
    if (successor.isEmpty()) {
      return life;
    }
    var by = successor.get().decision();
    return life.after(
        ReleaseDecision.following(Kind.SUPERSEDE, by.by(), by.at(), successor.get().release()));
  }

  private static boolean withdraws(Kept one, Kept publication) {
    return one.release() == publication.release() && one.decision().kind() == Kind.WITHDRAW;
  }
}
