package jp.renkei.jobs.landing;

import java.util.List;
import jp.renkei.surveys.Problem;

/**
 * What lies in a landing folder now.
 *
 * @param files in the order of paths
 * @param problems one per file or folder that is there and could not be read
 */
public record Landing(List<LandedFile> files, List<Problem> problems) {
  /** A folder without a file. */
  public static final Landing EMPTY = new Landing(List.of(), List.of());

  public Landing {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }
}
