package jp.renkei.webapi.comments;

import java.util.List;
import jp.renkei.webapi.kpi.FigureView;

/**
 * What {@code /figures} says.
 *
 * @param releaseId of the release that the figures are of
 * @param isDraft whether nobody outside has seen it
 * @param saved key of what became of the form just sent, empty without
 */
public record FiguresPage(
    int releaseId, boolean isDraft, List<Company> companies, String saved, String token) {
  public FiguresPage {
    companies = List.copyOf(companies);
  }

  /** One of the companies that the user answers for. */
  public record Company(String respondentId, String name, List<Kpi> kpis) {
    public Company {
      kpis = List.copyOf(kpis);
    }
  }

  /** One KPI with its definition; the newest period stands first. */
  public record Kpi(String id, String title, String definition, List<Period> periods) {
    public Kpi {
      periods = List.copyOf(periods);
    }

    public Period newest() {
      return periods.get(0);
    }

    public List<Period> older() {
      return periods.subList(1, periods.size());
    }
  }

  /**
   * The figures that one comment stands beside.
   *
   * @param anchor within the page
   * @param code of the period, as landing writes it
   * @param comment that stands, empty without
   * @param statedOn when it was stated, empty without
   */
  public record Period(
      String anchor, String code, String title, List<Line> lines, String comment, String statedOn) {
    public Period {
      lines = List.copyOf(lines);
    }
  }

  /** One figure: of a slice, or of the pair with a counterparty. */
  public record Line(String slice, String counterparty, FigureView figure) {}
}
