package jp.renkei.webapi.overview;

import java.util.List;
import jp.renkei.webapi.charts.ChartView;
import jp.renkei.webapi.kpi.FigureView;
import jp.renkei.webapi.kpi.SupplementView;

/**
 * 概況 as a page shows it.
 *
 * @param targets of the KPIs that have any
 */
public record OverviewPage(List<Stage> stages, List<ShownChart> charts, List<TargetRow> targets) {
  /**
   * A chart, with the figures that stand beside its KPI where no card holds them.
   *
   * @param besidePeriod the period of these figures, empty without
   */
  public record ShownChart(ChartView view, List<SupplementView> beside, String besidePeriod) {}

  /**
   * The KPIs of one stage of the logic model.
   *
   * @param title of the stage
   */
  public record Stage(String id, String title, List<Card> cards) {}

  /**
   * One KPI.
   *
   * @param beside what the catalogue sets beside the value, of the same period
   * @param previous the period before, in the same line; missing without one
   * @param previousNote why nothing stands beside it, empty otherwise
   * @param target target with its date, empty without
   * @param detailAddress of its chart, or of its definition where there is none
   */
  public record Card(
      String kpiId,
      String title,
      String definition,
      FigureView current,
      List<SupplementView> beside,
      FigureView previous,
      String previousNote,
      String target,
      String better,
      boolean hasChart,
      String detailAddress) {}
}
