package jp.renkei.webapi.quality;

import java.util.List;

/**
 * What {@code /quality} says.
 *
 * @param rules findings by the rule that found them, the gravest first
 * @param howCovered what the table of logs handed in counts, with the rules' numbers
 * @param months headings of the table of logs handed in, the newest first
 * @param feeds its lines
 * @param rejected what was not accepted, by kind and reason
 * @param moves figures of all companies together, of periods that were over, which came out
 *     otherwise than in the release before
 * @param moreMoves how many of these are not shown
 */
public record QualityPage(
    List<Rule> rules,
    String howCovered,
    List<String> months,
    List<FeedLine> feeds,
    List<Rejected> rejected,
    List<Move> moves,
    long moreMoves) {
  public QualityPage {
    rules = List.copyOf(rules);
    months = List.copyOf(months);
    feeds = List.copyOf(feeds);
    rejected = List.copyOf(rejected);
    moves = List.copyOf(moves);
  }

  /**
   * All findings of one rule.
   *
   * @param severity ERROR, WARNING or NOTICE
   * @param count how many findings there are, the ones not shown with them
   * @param counted what the number of a finding counts; empty for a rule that nobody knows
   * @param message in the reader's language where that is not Japanese; else empty
   */
  public record Rule(
      String id,
      String title,
      String severity,
      long count,
      String counted,
      String message,
      List<Finding> findings,
      long more) {
    public Rule {
      findings = List.copyOf(findings);
    }
  }

  /**
   * One finding.
   *
   * @param subject such as a file, a company or a day
   * @param message in Japanese, as it stands in the release
   * @param answered who answers for an error, or that nobody does yet; empty for what is none
   */
  public record Finding(String subject, String message, String rows, String answered) {}

  /** One feed of an issuer, month by month in the order of the headings. */
  public record FeedLine(String issuer, String feed, List<Cell> cells) {
    public FeedLine {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One month of a feed.
   *
   * @param text days with accepted lines / days of the month on which there are to be any
   * @param mark gaps and low days, empty without
   */
  public record Cell(String text, String mark) {}

  /** Files and rows that were not accepted for one reason. */
  public record Rejected(String kind, String reason, String files, String rows) {}

  /** One figure that moved. */
  public record Move(
      String kpi, String period, long sinceRelease, String before, String after, String reasons) {}
}
