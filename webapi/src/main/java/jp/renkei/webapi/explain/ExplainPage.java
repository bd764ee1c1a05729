package jp.renkei.webapi.explain;

import java.util.List;
import jp.renkei.webapi.kpi.CommentView;

/**
 * A figure led back to its source, as a page shows it.
 *
 * @param definitionAddress of the KPI's definition
 * @param sentences to be read aloud
 * @param comments what companies say of the figure
 * @param isSound whether the evidence comes to the figure
 */
public record ExplainPage(
    String title,
    String definitionAddress,
    List<String> sentences,
    List<CommentView> comments,
    boolean isSound,
    List<Table> tables) {
  public ExplainPage {
    sentences = List.copyOf(sentences);
    comments = List.copyOf(comments);
    tables = List.copyOf(tables);
  }

  /**
   * One table of the evidence.
   *
   * @param more rows that are only in the file
   * @param file address of all its rows as CSV
   */
  public record Table(
      String id,
      String title,
      List<String> columns,
      List<Integer> numeric,
      List<List<String>> rows,
      int more,
      String file) {
    public boolean isNumeric(int column) {
      return numeric.contains(column);
    }
  }
}
