package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.renkei.jobs.delta.CommittedSources;

/**
 * Finds which logs must be looked up in which others, so that an access that several files of one
 * issuer and product hold is counted once. The file whose first event is the earlier keeps it; of
 * two that begin at one time, that with the lesser SHA-256. A log that landing no longer holds
 * comes before all others, since it cannot be read again. Only files that overlap in time are
 * compared.
 */
final class DuplicatesAcrossFiles {
  private final String warehouse;
  private final Map<String, GatewayFile> landed;
  private final CommittedSources accesses;

  /** One log whose rows stand, or are about to stand, in the table. */
  private record Member(String sha256, boolean isLanded, List<AccessKeyFile> parts) {
    long beginMicros() {
      return parts.stream().mapToLong(AccessKeyFile::beginMicros).min().orElseThrow();
    }

    boolean overlaps(Member other) {
      return parts.stream().anyMatch(part -> other.parts.stream().anyMatch(part::overlaps));
    }
  }

  private static final Comparator<Member> EARLIER_FIRST =
      Comparator.comparing(Member::isLanded)
          .thenComparingLong(Member::beginMicros)
          .thenComparing(Member::sha256);

  /**
   * For one commit.
   *
   * @param landed every log that is not refused, by SHA-256
   * @param accesses what the table holds before the commit
   */
  DuplicatesAcrossFiles(
      String warehouse, Map<String, GatewayFile> landed, CommittedSources accesses) {
    this.warehouse = warehouse;
    this.landed = landed;
    this.accesses = accesses;
  }

  /**
   * The look-ups that a commit needs: of the files that come new, of those in the table that
   * overlap with them, and of those that gave lines up to another before, which may be gone.
   */
  List<DuplicateCheck> checks(Collection<GatewayFile> fresh) throws IOException {
    var freshSha256s = new HashSet<String>();
    fresh.forEach(file -> freshSha256s.add(file.file().sha256()));
    var folders = new HashSet<AccessKeyFolder>();
    fresh.forEach(file -> folders.add(AccessKeyFolder.of(warehouse, file)));
    landed.values().stream()
        .filter(this::gaveLinesUp)
        .forEach(file -> folders.add(AccessKeyFolder.of(warehouse, file)));
    var checks = new ArrayList<DuplicateCheck>();
    for (var folder : folders) {
      checks.addAll(checks(members(folder, freshSha256s), freshSha256s));
    }
    return checks;
  }

  private List<Member> members(AccessKeyFolder folder, Set<String> fresh) throws IOException {
    var members = new ArrayList<Member>();
    folder
        .bySha256()
        .forEach(
            (sha256, parts) -> {
              boolean isLanded = landed.containsKey(sha256);
              boolean isElsewhere =
                  isLanded && !AccessKeyFolder.of(warehouse, landed.get(sha256)).equals(folder);
              // A feed whose product was changed leaves keys where its logs no longer belong.
              if (!isElsewhere && (fresh.contains(sha256) || isTaken(sha256))) {
                members.add(new Member(sha256, isLanded, parts));
              }
            });
    members.sort(EARLIER_FIRST);
    return members;
  }

  private List<DuplicateCheck> checks(List<Member> members, Set<String> fresh) {
    var checks = new ArrayList<DuplicateCheck>();
    for (int index = 0; index < members.size(); index++) {
      var member = members.get(index);
      var file = landed.get(member.sha256());
      if (file == null) {
        continue;
      }
      // Most logs stand as they stood; only of the others is it worked out what overlaps with them.
      var before = members.subList(0, index);
      boolean isTouched =
          fresh.contains(member.sha256())
              || before.stream()
                  .filter(other -> fresh.contains(other.sha256()))
                  .anyMatch(member::overlaps);
      boolean gaveLinesUp = gaveLinesUp(file);
      if (isTouched || gaveLinesUp) {
        var earlier = before.stream().filter(member::overlaps).toList();
        boolean mayGiveUp = !earlier.isEmpty() || member.parts().size() > 1;
        if (mayGiveUp || gaveLinesUp) {
          checks.add(new DuplicateCheck(file, parts(member, earlier)));
        }
      }
    }
    return checks;
  }

  private static List<DuplicateCheck.Part> parts(Member member, List<Member> earlier) {
    var before = new ArrayList<AccessKeyFile>();
    var purged = new HashSet<AccessKeyFile>();
    for (var other : earlier) {
      before.addAll(other.parts());
      if (!other.isLanded()) {
        purged.addAll(other.parts());
      }
    }
    var parts = new ArrayList<DuplicateCheck.Part>();
    for (var part : member.parts()) {
      parts.add(
          new DuplicateCheck.Part(
              part.part(),
              part.path().toString(),
              before.stream()
                  .filter(part::overlaps)
                  .map(file -> held(file, purged.contains(file)))
                  .toList()));
      before.add(part);
    }
    return parts;
  }

  /**
   * What a part holds. A landed log that gave accesses up did so to one that is looked in as well;
   * of one that landing no longer holds, the table has the rest only.
   */
  private static DuplicateCheck.Held held(AccessKeyFile part, boolean isPurged) {
    var givenUp = AccessKeyFolder.givenUpOf(part.path());
    boolean lacksSome = isPurged && Files.exists(givenUp);
    return new DuplicateCheck.Held(part.path().toString(), lacksSome ? givenUp.toString() : "");
  }

  private boolean isTaken(String sha256) {
    return accesses
        .taken(GatewayFile.ACCESS, sha256)
        .filter(source -> !Withdrawals.isWithdrawn(source))
        .isPresent();
  }

  /** Whether the rows of a log that stand in the table are others than those found now. */
  boolean isNews(DuplicateCheck.Found found) {
    return !accesses.holds(found.file().source(GatewayFile.ACCESS));
  }

  private boolean gaveLinesUp(GatewayFile file) {
    return accesses
        .taken(GatewayFile.ACCESS, file.file().sha256())
        .filter(
            source ->
                file.isReadingOf(source.context()) && !source.context().equals(file.context()))
        .isPresent();
  }
}
