package jp.renkei.webapi.international;

import java.util.List;
import java.util.Optional;
import jp.renkei.webapi.charts.ChartView;

/**
 * What the page shows; no register where none was landed.
 *
 * @param beside one line per country and figure, Japan first, each with its own measure
 * @param japan the trend of Japan's figure, empty where there is none
 */
public record InternationalPage(
    List<Beside> beside, Optional<ChartView> japan, List<RegisterView> registers) {
  public InternationalPage {
    beside = List.copyOf(beside);
    registers = List.copyOf(registers);
  }

  /**
   * One country's figure, to be read by itself.
   *
   * @param counts numerator / denominator, empty where it is a count
   */
  public record Beside(
      String country, String what, String value, String counts, String asOf, String source) {}

  /**
   * A register as the page shows it.
   *
   * @param url of the source, empty without one
   * @param headings of the months' table, with what each column means
   * @param more how many links are not shown
   */
  public record RegisterView(
      String id,
      String country,
      String name,
      String basis,
      String source,
      Optional<String> url,
      String licence,
      boolean isFictitious,
      long gaps,
      List<ChartView> charts,
      List<Month> months,
      List<MatchCount> matches,
      List<Link> links,
      long more) {
    public RegisterView {
      charts = List.copyOf(charts);
      months = List.copyOf(months);
      matches = List.copyOf(matches);
      links = List.copyOf(links);
    }
  }

  /**
   * A line of the months' table.
   *
   * @param numbers in the order of the headings, the sign for none where there is no number
   * @param marks what a reader must not overlook, such as a missing month
   */
  public record Month(
      String month, String snapshotOn, List<String> numbers, List<String> marks, boolean isGap) {
    public Month {
      numbers = List.copyOf(numbers);
      marks = List.copyOf(marks);
    }
  }

  /** How many brands of a re-keying were matched in one way. */
  public record MatchCount(String snapshotOn, String match, String brands) {}

  /** A brand whose id changed, or may have. */
  public record Link(
      String snapshotOn,
      String earlierId,
      String earlierName,
      String laterId,
      String laterName,
      String match,
      boolean isCertain,
      String candidates) {}
}
