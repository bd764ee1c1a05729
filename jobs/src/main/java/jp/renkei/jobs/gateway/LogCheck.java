package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.renkei.jobs.gateway.format.Escapes;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import jp.renkei.jobs.gateway.format.RejectReason;

/**
 * What a run would make of one log file, read with the feed.yaml beside it; nothing is stored.
 *
 * @param first the first rejected lines
 * @param problem what holds the file back as a whole; then nothing is counted
 */
public record LogCheck(
    long lines,
    long accepted,
    long rejected,
    long duplicates,
    List<RejectedLine> first,
    Optional<FileProblem> problem) {
  private static final int SHOWN = 20;

  /** One line that is not accepted. */
  public record RejectedLine(long line, RejectReason reason, String found, String expected) {}

  public LogCheck {
    first = List.copyOf(first);
  }

  /**
   * Reads a log.
   *
   * @param name what messages call the file
   * @param landingPath its path below landing, where it has one
   * @param issuerIds every issuer of the register; without one, none is asked for
   */
  public static LogCheck of(
      String name, Path file, Optional<String> landingPath, Set<String> issuerIds)
      throws IOException {
    try {
      if (landingPath.isPresent()) {
        FeedFolders.placeOf(landingPath.get(), issuerIds);
      }
      FeedFolders.requireLogEnding(name, file.getFileName().toString());
      Path feedYaml = file.resolveSibling("feed.yaml");
      if (!Files.exists(feedYaml)) {
        throw FeedFolders.missing(name);
      }
      return read(file, FeedFile.read(feedYaml.toString(), feedYaml));
    } catch (FeedFolders.Refused e) {
      return refused(e.problem());
    } catch (DamagedArchiveException e) {
      return refused(LogProblems.damaged(name));
    }
  }

  private static LogCheck refused(FileProblem problem) {
    return new LogCheck(0, 0, 0, 0, List.of(), Optional.of(problem));
  }

  private static LogCheck read(Path file, FeedFile feedFile) throws IOException {
    var feed = feedFile.feed();
    var format = GatewayFormat.parse(feed.product() + ".yaml", feedFile.formatText());
    var first = new ArrayList<RejectedLine>();
    var reading = new LogReading();
    var parser = format.of(feed).parser(feed.zone());
    try (var log = LogLines.open(file, parser.longestLine())) {
      reading.read(
          log,
          parser,
          new LogReading.Taker() {
            @Override
            public void accepted(AccessBatch accesses) {}

            @Override
            public void rejected(LogReading.Rejected rejected) {
              if (first.size() < SHOWN) {
                var why = rejected.why();
                first.add(
                    new RejectedLine(
                        rejected.number(),
                        why.reason(),
                        Escapes.masked(why.found()),
                        why.expected()));
              }
            }
          });
    }
    return new LogCheck(
        reading.lines(),
        reading.accepted(),
        reading.rejected(),
        reading.duplicates(),
        first,
        Optional.empty());
  }
}
