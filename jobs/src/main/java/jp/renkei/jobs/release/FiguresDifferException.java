package jp.renkei.jobs.release;

import java.util.List;
import java.util.stream.Collectors;
import jp.renkei.jobs.check.Difference;

/** Spark and DuckDB disagree: a fault of ours, and no release is made. */
public final class FiguresDifferException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  public FiguresDifferException(String action, List<Difference> differences) {
    super(
        "%s: %d figures differ between Spark and DuckDB:%n%s"
            .formatted(
                action,
                differences.size(),
                differences.stream()
                    .limit(SHOWN)
                    .map(difference -> "  " + difference)
                    .collect(Collectors.joining("\n"))));
  }
}
