package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.io.Serializable;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which accesses of one log file stand in earlier ones too; worked out range by range of their
 * keys, with the keys of one range of one part in memory.
 *
 * @param file a log whose lines are to be looked up
 * @param parts its parts, in order
 */
record DuplicateCheck(GatewayFile file, List<Part> parts) implements Serializable {

  /**
   * One part of the file.
   *
   * @param index from 0
   * @param keys its key file
   * @param earlier what all holds that comes before it and happened in its time
   */
  record Part(int index, String keys, List<Held> earlier) implements Serializable {}

  /**
   * What a part of an earlier log holds.
   *
   * @param keys its key file
   * @param givenUp the key file of what it does not hold although it was logged there; may be empty
   */
  record Held(String keys, String givenUp) implements Serializable {}

  /**
   * What was found.
   *
   * @param digest over all accesses found; empty where there are none
   * @param hits the parts that have some
   */
  record Found(DuplicateCheck check, String digest, Set<Integer> hits) implements Serializable {
    GatewayFile file() {
      return check.file().without(digest);
    }
  }

  Found run() throws IOException {
    var hits = new HashSet<Integer>();
    long[] digest = {0};
    for (var part : parts) {
      var held = held(part);
      // Added up, since the keys come in no order; both numbers are hashes already.
      held.forEach((first, second) -> digest[0] += first * 31 ^ second);
      if (held.size() > 0) {
        hits.add(part.index());
      }
    }
    return new Found(this, hits.isEmpty() ? "" : "%016x".formatted(digest[0]), hits);
  }

  /** What a part is to be looked up in; one without keys in nothing. */
  Part part(int index) {
    return parts.stream()
        .filter(part -> part.index() == index)
        .findFirst()
        .orElseGet(() -> new Part(index, "", List.of()));
  }

  /** The accesses of a part that earlier ones hold. */
  static AccessKeys held(Part part) throws IOException {
    var held = new AccessKeys();
    for (int range = 0; range < AccessKeyFile.RANGES && !part.earlier().isEmpty(); range++) {
      collect(part, range, held);
    }
    return held;
  }

  private static void collect(Part part, int range, AccessKeys held) throws IOException {
    var own = new AccessKeys();
    each(part.keys(), range, own::add);
    if (own.size() == 0) {
      return;
    }
    for (var earlier : part.earlier()) {
      var givenUp = new AccessKeys();
      if (!earlier.givenUp().isEmpty()) {
        each(earlier.givenUp(), range, givenUp::add);
      }
      each(
          earlier.keys(),
          range,
          (first, second) -> {
            if (own.hold(first, second) && !givenUp.hold(first, second)) {
              held.add(first, second);
            }
          });
    }
  }

  private static void each(String path, int range, AccessKeys.Taker taker) throws IOException {
    var file = AccessKeyFile.open(Path.of(path));
    try (var channel = FileChannel.open(file.path())) {
      var numbers = file.range(channel, range);
      while (numbers.hasRemaining()) {
        taker.take(numbers.get(), numbers.get());
      }
    }
  }
}
