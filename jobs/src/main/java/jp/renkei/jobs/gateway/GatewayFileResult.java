package jp.renkei.jobs.gateway;

import java.util.List;
import jp.renkei.jobs.landing.LandedFile;

/**
 * What became of one log file or feed.yaml in one run. Always {@code accepted + rejected +
 * duplicates = lines}.
 *
 * @param lines blank ones left out; 0 unless the file was read in this run
 */
public record GatewayFileResult(
    LandedFile file,
    State state,
    long lines,
    long accepted,
    long rejected,
    long duplicates,
    List<FileProblem> problems) {

  /** What became of a file. */
  public enum State {
    /** Read in this run, for the first time or anew under another context. */
    TAKEN,
    /** Its rows stand in the tables already. */
    UNCHANGED,
    /** Held back whole: {@code problems} says why. */
    REFUSED
  }

  public GatewayFileResult {
    problems = List.copyOf(problems);
  }

  static GatewayFileResult unchanged(LandedFile file) {
    return new GatewayFileResult(file, State.UNCHANGED, 0, 0, 0, 0, List.of());
  }

  static GatewayFileResult refused(LandedFile file, FileProblem problem) {
    return new GatewayFileResult(file, State.REFUSED, 0, 0, 0, 0, List.of(problem));
  }
}
