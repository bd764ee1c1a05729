package jp.renkei.reports.explain;

import java.util.List;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiFigure;

/**
 * One figure, explained.
 *
 * @param choice names the figure without doubt
 * @param sentences to be read aloud, in their order
 * @param evidence the rows that were counted, what stands behind them, and the files; nothing where
 *     the audience's file holds none
 * @param checks whether the evidence comes to the figure
 */
public record Explanation(
    FigureChoice choice,
    KpiFigure figure,
    KpiDefinition definition,
    List<String> sentences,
    List<EvidenceTable> evidence,
    List<Check> checks) {
  public Explanation {
    sentences = List.copyOf(sentences);
    evidence = List.copyOf(evidence);
    checks = List.copyOf(checks);
  }

  /** Something that must hold, and whether it does. */
  public record Check(String text, boolean holds) {}

  /** Whether everything that was checked holds. */
  public boolean isSound() {
    return checks.stream().allMatch(Check::holds);
  }
}
