package jp.renkei.webapi.issuers;

import java.util.List;
import java.util.Optional;
import jp.renkei.reports.register.Issuer;
import jp.renkei.webapi.charts.ChartView;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.kpi.CommentView;
import jp.renkei.webapi.kpi.FigureView;
import jp.renkei.webapi.roadmap.MilestoneView;

/**
 * One issuer as its page shows it.
 *
 * @param history the choice between two tellings of its history; empty where it took nobody over
 * @param months figures of its logs
 * @param stated what it states itself in the shape of CDR Get Metrics v5, apart from the logs
 * @param isWithoutConsent whether it does not consent to be named in public
 * @param cells its connections as both sides state them; empty where the audience has no such table
 */
public record IssuerPage(
    Issuer issuer,
    boolean isWithoutConsent,
    Lines lines,
    Optional<History> history,
    PeriodTable rounds,
    PeriodTable months,
    PeriodTable stated,
    List<ChartView> charts,
    Optional<List<Cell>> cells,
    List<MilestoneView> milestones) {

  /** The choice as it stands beside the figures' headings; empty where there is none. */
  public String basis(Frame frame) {
    return history
        .map(
            one ->
                "［" + frame.text(one.isByToday() ? "issuer.basis.now" : "issuer.basis.then") + "］")
        .orElse("");
  }

  public boolean hasCellComments() {
    return cells.stream().flatMap(List::stream).anyMatch(cell -> !cell.comments().isEmpty());
  }

  /**
   * By which issuers its history is told.
   *
   * @param isByToday whether what it took over is part of it
   * @param predecessors the names of the issuers that it took over
   */
  public record History(boolean isByToday, String predecessors) {}

  /**
   * Its product lines.
   *
   * @param hasNames whether the audience may know their names and the cards of each
   */
  public record Lines(List<Line> all, boolean hasNames) {
    public Lines {
      all = List.copyOf(all);
    }

    public boolean hasCards() {
      return all.stream().anyMatch(line -> line.cards().isPresent());
    }
  }

  /** A product line in words. */
  public record Line(
      Optional<String> name,
      Optional<String> segment,
      Optional<String> status,
      Optional<String> since,
      Optional<String> cards,
      Optional<String> items) {}

  /**
   * KPIs by period.
   *
   * @param periods headings, the oldest first
   */
  public record PeriodTable(List<String> periods, List<PeriodRow> rows) {
    public boolean hasComments() {
      return rows.stream().anyMatch(row -> !row.comments().isEmpty());
    }
  }

  /**
   * A KPI or one of its slices; one figure per period.
   *
   * @param comments what the issuer says of figures of the row
   */
  public record PeriodRow(
      String kpiId,
      String title,
      String slice,
      List<FigureView> figures,
      List<CommentView> comments) {}

  /**
   * What the two sides state about one connection.
   *
   * @param comments of both sides on their common figures
   */
  public record Cell(
      String agent,
      String segment,
      Optional<String> issuerContract,
      Optional<String> agentContract,
      Optional<String> issuerAccounts,
      Optional<String> agentAccounts,
      Optional<String> scrapingAccounts,
      String reconciliation,
      Optional<Boolean> isWitnessed,
      List<CommentView> comments) {}
}
