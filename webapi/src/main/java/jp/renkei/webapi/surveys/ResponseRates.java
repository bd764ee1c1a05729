package jp.renkei.webapi.surveys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiFigures;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.kpi.FigureView;
import jp.renkei.webapi.kpi.FigureWords;

/**
 * 回収率 by round and by every slice that the release has: counts and rates, no names.
 *
 * @param periods the rounds' reference dates in words, the newest first
 */
public record ResponseRates(List<String> periods, List<Row> rows) {
  private static final String KPI = "response_rate";
  private static final int MOST_PERIODS = 6;

  /**
   * One slice value, or the whole.
   *
   * @param slice what it is sliced by, empty for the whole
   * @param figures one per period
   */
  public record Row(String slice, String value, List<FigureView> figures) {
    public Row {
      figures = List.copyOf(figures);
    }
  }

  public ResponseRates {
    periods = List.copyOf(periods);
    rows = List.copyOf(rows);
  }

  /** From the release that a page shows. */
  public static ResponseRates of(PageRequest request) {
    var figures = request.reader().read(queries -> KpiFigures.ofIndustryWithSlices(queries, KPI));
    var words = new FigureWords(request.frame());
    var days =
        figures.stream()
            .map(KpiFigure::periodEnd)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .limit(MOST_PERIODS)
            .toList();
    var bySlice = new LinkedHashMap<List<Optional<String>>, Map<Object, KpiFigure>>();
    figures.stream()
        .sorted(
            Comparator.comparing((KpiFigure figure) -> figure.slice().orElse(""))
                .thenComparing(figure -> figure.sliceValue().orElse("")))
        .forEach(
            figure ->
                bySlice
                    .computeIfAbsent(
                        List.of(figure.slice(), figure.sliceValue()), any -> new LinkedHashMap<>())
                    .put(figure.periodEnd(), figure));
    var rows = new ArrayList<Row>();
    bySlice.forEach(
        (slice, byDay) ->
            rows.add(
                new Row(
                    slice.get(0).map(code -> request.frame().word("slice", code)).orElse(""),
                    words.slice(byDay.values().iterator().next()),
                    days.stream()
                        .map(
                            day ->
                                byDay.containsKey(day)
                                    ? words.view(byDay.get(day), "ratio")
                                    : words.none())
                        .toList())));
    return new ResponseRates(days.stream().map(request.frame()::date).toList(), rows);
  }
}
