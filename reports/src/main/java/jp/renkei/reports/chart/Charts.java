package jp.renkei.reports.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.renkei.reports.chart.ChartSpec.Kind;
import jp.renkei.reports.chart.ChartSpec.Role;
import jp.renkei.reports.chart.ChartSpec.Series;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiFigures;
import jp.renkei.reports.figure.ReleaseFigures;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseReader;

/**
 * The charts of a release as one audience sees it. The trend of a KPI has the KPI's id; a chart
 * without any value does not exist.
 */
public final class Charts {
  public static final String SCRAPING_SHARE_BY_ISSUER = "scraping_share_by_issuer";
  public static final String ACCOUNTS_BY_ACCESS_METHOD = "accounts_by_access_method";

  private static final String SCRAPING_SHARE = "scraping_share";
  private static final String LINKED_ACCOUNTS = "linked_account_count";

  private final ReleaseFigures figures;
  private final ReleaseReader reader;
  private final Stamp stamp;

  private Charts(ReleaseFigures figures, ReleaseReader reader, Stamp stamp) {
    this.figures = figures;
    this.reader = reader;
    this.stamp = stamp;
  }

  public static Charts of(Release release, ReleaseReader reader) {
    var figures = new ReleaseFigures(release, reader);
    return new Charts(
        figures, reader, Stamp.of(release, reader.audience(), figures.isFictitious()));
  }

  /** The chart at an address. */
  public Optional<ChartSpec> find(String id) {
    if (ForeignCharts.isForeign(id)) {
      return reader.read(queries -> ForeignCharts.find(queries, id, stamp));
    }
    return switch (id) {
      case SCRAPING_SHARE_BY_ISSUER -> scrapingShareByIssuer();
      case ACCOUNTS_BY_ACCESS_METHOD -> accountsByAccessMethod();
      default -> trend(id);
    };
  }

  /**
   * Every chart of the country's own that has a value: the trends in the order of the definitions,
   * then the others.
   */
  public List<ChartSpec> all() {
    return Stream.concat(
            figures.definitions().newest().stream().map(KpiDefinition::kpiId),
            Stream.of(SCRAPING_SHARE_BY_ISSUER, ACCOUNTS_BY_ACCESS_METHOD))
        .map(this::find)
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * A KPI of the whole industry over its rounds, or over its months where it belongs to months.
   * Values that cannot be compared stand in lines of their own; bounds are drawn for a single line.
   */
  public Optional<ChartSpec> trend(String kpiId) {
    return figures
        .definitions()
        .newest(kpiId)
        .flatMap(definition -> trend(definition, definition.unit()));
  }

  private Optional<ChartSpec> trend(KpiDefinition definition, String unit) {
    var shown = KpiFigures.ofShortestPeriods(figures.industry(definition.kpiId()));
    boolean hasPoints = shown.stream().anyMatch(KpiFigure::isPoint);
    var periods = shown.stream().map(KpiFigure::periodStart).distinct().sorted().toList();
    var lines = new LinkedHashMap<KpiFigure.Line, Map<Object, KpiFigure>>();
    shown.forEach(
        one ->
            lines.computeIfAbsent(one.line(), line -> new TreeMap<>()).put(one.periodStart(), one));
    var series = new ArrayList<Series>();
    lines.forEach(
        (line, byPeriod) -> {
          String name = lines.size() == 1 ? "値" : lineName(line);
          var row = periods.stream().map(byPeriod::get).toList();
          series.add(series(name, row));
          if (lines.size() == 1) {
            addBound(series, "下限", row.stream().map(one -> bound(one, one.low())).toList());
            addBound(series, "上限", row.stream().map(one -> bound(one, one.high())).toList());
          }
        });
    return chart(
        definition.kpiId(),
        definition.titleJa() + "の推移",
        Kind.LINE,
        hasPoints ? "調査時点" : "月",
        CodeLabels.japanese("unit", unit),
        definition,
        periods.stream().map(hasPoints ? PeriodText::date : PeriodText::month).toList(),
        series,
        List.of());
  }

  /** Share of accounts reached by scraping, issuer by issuer in the newest round, highest first. */
  public Optional<ChartSpec> scrapingShareByIssuer() {
    return figures.definitions().newest(SCRAPING_SHARE).flatMap(this::scrapingShareByIssuer);
  }

  private Optional<ChartSpec> scrapingShareByIssuer(KpiDefinition definition) {
    var names = figures.issuerNames();
    // One basis only: what cannot be compared is not ranked.
    var shown =
        figures.newestByIssuer(SCRAPING_SHARE).stream()
            .filter(one -> one.value().isPresent() || isSuppressed(one))
            .filter(one -> one.definitionVersion() == definition.version())
            .sorted(
                Comparator.comparingDouble((KpiFigure one) -> -one.value().orElse(-1))
                    .thenComparing(one -> one.issuerId().orElse("")))
            .toList();
    var categories =
        shown.stream()
            .map(one -> one.issuerId().orElse(""))
            .map(issuer -> names.getOrDefault(issuer, issuer))
            .toList();
    var comments = figures.comments();
    var said = new ChartComments();
    for (int i = 0; i < shown.size(); i++) {
      for (var comment : comments.on(shown.get(i))) {
        said.add(i, "", categories.get(i), comment);
      }
    }
    String period = shown.isEmpty() ? "" : PeriodText.date(shown.get(0).periodStart());
    return chart(
        SCRAPING_SHARE_BY_ISSUER,
        "カード会社別スクレイピング比率（" + period + "）",
        Kind.HORIZONTAL_BAR,
        "カード会社",
        "スクレイピング比率",
        definition,
        categories,
        List.of(series("スクレイピング比率", shown)),
        said.inOrder());
  }

  /** Linked accounts per round, one part of the bar per access method. */
  public Optional<ChartSpec> accountsByAccessMethod() {
    return figures.definitions().newest(LINKED_ACCOUNTS).flatMap(this::accountsByAccessMethod);
  }

  private Optional<ChartSpec> accountsByAccessMethod(KpiDefinition definition) {
    var all =
        figures.industry(LINKED_ACCOUNTS, "access_method").stream()
            .filter(one -> one.definitionVersion() == definition.version())
            .filter(KpiFigure::isPoint)
            .toList();
    var periods = all.stream().map(KpiFigure::periodStart).distinct().sorted().toList();
    var series = new ArrayList<Series>();
    for (String method : CodeLabels.codes("access_method")) {
      var ofMethod = new LinkedHashMap<Object, KpiFigure>();
      all.stream()
          .filter(one -> one.sliceValue().equals(Optional.of(method)))
          .forEach(one -> ofMethod.put(one.periodStart(), one));
      if (!ofMethod.isEmpty()) {
        series.add(
            series(
                CodeLabels.japanese("access_method", method),
                periods.stream().map(ofMethod::get).toList()));
      }
    }
    return chart(
        ACCOUNTS_BY_ACCESS_METHOD,
        "取得方法別の連携アカウント数",
        Kind.STACKED_BAR,
        "調査時点",
        CodeLabels.japanese("unit", definition.unit()),
        definition,
        periods.stream().map(PeriodText::date).toList(),
        series,
        List.of());
  }

  private Optional<ChartSpec> chart(
      String id,
      String title,
      Kind kind,
      String categoryLabel,
      String valueLabel,
      KpiDefinition definition,
      List<String> categories,
      List<Series> series,
      List<ChartSpec.Comment> comments) {
    boolean hasValue =
        series.stream().flatMap(one -> one.values().stream()).anyMatch(OptionalDouble::isPresent);
    if (!hasValue) {
      return Optional.empty();
    }
    return Optional.of(
        new ChartSpec(
            id,
            title,
            kind,
            categoryLabel,
            valueLabel,
            definition.unit(),
            categories,
            series,
            definition.source(),
            stamp,
            comments));
  }

  private static String lineName(KpiFigure.Line line) {
    var name =
        new StringBuilder(CodeLabels.japanese("basis", line.basis()))
            .append("・定義第")
            .append(line.definitionVersion())
            .append("版");
    if (!line.comparabilityGroup().isEmpty()) {
      name.append("・").append(line.comparabilityGroup());
    }
    return name.toString();
  }

  private static void addBound(List<Series> series, String name, List<OptionalDouble> values) {
    if (values.stream().anyMatch(OptionalDouble::isPresent)) {
      series.add(new Series(name, Role.BOUND, values));
    }
  }

  /** A series of figures, null where there is none. */
  private static Series series(String name, List<KpiFigure> figures) {
    var suppressed = new HashSet<Integer>();
    for (int i = 0; i < figures.size(); i++) {
      if (figures.get(i) != null && isSuppressed(figures.get(i))) {
        suppressed.add(i);
      }
    }
    return new Series(name, Role.VALUE, figures.stream().map(Charts::value).toList(), suppressed);
  }

  private static boolean isSuppressed(KpiFigure figure) {
    return KpiFormat.isSuppressed(figure.valueState());
  }

  private static OptionalDouble value(KpiFigure figure) {
    return figure == null ? OptionalDouble.empty() : figure.value();
  }

  private static OptionalDouble bound(KpiFigure figure, OptionalDouble bound) {
    // A bound without its value would look like a value.
    return Objects.requireNonNull(figure).value().isPresent() ? bound : OptionalDouble.empty();
  }
}
