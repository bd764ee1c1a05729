package jp.renkei.jobs.release.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.gold.kpi.CountedFigure;
import jp.renkei.jobs.gold.kpi.CountedPart;
import jp.renkei.jobs.gold.kpi.KpiEvaluation;
import jp.renkei.jobs.gold.kpi.KpiValue;
import jp.renkei.jobs.gold.kpi.PublishedFigures;
import jp.renkei.jobs.release.disclosure.Figure.Shape;
import jp.renkei.jobs.release.disclosure.Figure.Statistic;
import jp.renkei.jobs.run.SqlEngine;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.rules.DisclosureRules;
import jp.renkei.warehouse.rules.RuleVersions;
import jp.renkei.warehouse.table.TableName;

/** The rows of gold.kpi_value with the counts that they are added up from. */
final class KpiFigures implements FigureSource {
  static final TableName KPI_VALUE = TableName.of("gold.kpi_value");

  private final List<CountedFigure> figures;

  /**
   * @param figures all rows, as {@link #counted} has them
   */
  KpiFigures(List<CountedFigure> figures) {
    this.figures = List.copyOf(figures);
  }

  /** All rows of the tables, with what they are added up from. */
  static List<CountedFigure> counted(SqlEngine tables, LocalDate asOf) {
    // What was published before decides on a figure's status alone, which nothing here looks at.
    return new KpiEvaluation(
            KpiCatalog.builtIn().all(), RuleVersions.builtIn(), asOf, PublishedFigures.none())
        .figures(tables);
  }

  @Override
  public List<FigureGroup> groups(SqlEngine tables, Consent consent, DisclosureRules rules) {
    var groups = new ArrayList<FigureGroup>();
    var ofKpi = new LinkedHashMap<List<Object>, List<CountedFigure>>();
    var kept = new KeptFigures(KpiCatalog.builtIn(), rules);
    for (var figure : figures) {
      var key = figure.value().key();
      // What is in nobody's file shows nothing, and needs no protection by figures that are.
      if (kept.isKeptSlice(key.kpiId(), key.slice())) {
        continue;
      }
      ofKpi
          .computeIfAbsent(
              List.of(key.kpiId(), key.definitionVersion(), key.basis()),
              absent -> new ArrayList<>())
          .add(figure);
    }
    ofKpi.forEach((name, some) -> groups.add(group(name.toString(), some, consent, kept, rules)));
    return groups;
  }

  private static FigureGroup group(
      String name,
      List<CountedFigure> counted,
      Consent consent,
      KeptFigures kept,
      DisclosureRules rules) {
    var kpi = counted.get(0).kpi();
    boolean isOfSingleAnswers = FigureSource.isOfSingleAnswers(kpi, rules);
    var atoms = new Atoms<CountedPart>();
    var figures = new ArrayList<Figure>();
    for (var figure : counted) {
      var parts = figure.parts();
      parts.forEach(
          part ->
              atoms.add(
                  part,
                  new Atom(
                      part.companies(),
                      part.contributors(),
                      part.amounts(),
                      isOfSingleAnswers && !consent.isWithheld(part.companies()))));
      figures.add(figure(figure, atoms.places(parts), consent, kept));
    }
    return new FigureGroup(name, CountedPart.COLUMNS, rules.isSum(kpi.id()), atoms.all(), figures);
  }

  private static Figure figure(
      CountedFigure counted, BitSet atoms, Consent consent, KeptFigures kept) {
    var key = counted.value().key();
    var named = counted.named();
    return new Figure(
        KPI_VALUE,
        text(key),
        List.of(text(key)),
        new Shape(
            statistic(counted.kpi()),
            key.level(),
            key.slice(),
            key.periodType(),
            key.issuerBasis()),
        named,
        consent.isWithheld(named)
            || kept.isOutdated(key.kpiId(), key.definitionVersion(), key.periodStart()),
        atoms,
        named.isEmpty() || key.periodType().equals("POINT")
            ? ""
            : topic(
                key.issuerId(), key.agentId(), key.slice(), key.sliceValue(), key.issuerBasis()),
        topic(key),
        atoms.isEmpty() && counted.value().value().isPresent()
            ? OptionalLong.of(counted.value().respondents())
            : OptionalLong.empty());
  }

  /** A figure beside a value is not given by access method; it is the same for all of them. */
  private static String topic(KpiValue.Key key) {
    boolean isWhole = key.slice().equals("access_method");
    return topic(
        key.kpiId(),
        Integer.toString(key.definitionVersion()),
        key.level(),
        key.issuerId(),
        key.agentId(),
        isWhole ? "" : key.slice(),
        isWhole ? "" : key.sliceValue(),
        key.periodType(),
        key.periodStart().toString());
  }

  static String topic(String... words) {
    return String.join(RowKey.SEPARATOR, words);
  }

  private static Statistic statistic(KpiDefinition kpi) {
    return switch (kpi.kind()) {
      // A quantile is one of accesses, to which each respondent contributes many.
      case MEDIAN, QUANTILE -> Statistic.MEDIAN;
      case RATIO, COUNT, MEAN, DISTINCT -> Statistic.COUNT;
    };
  }

  /** What a row's key says. */
  record Words(String kpiId, String issuerId, String periodStart) {}

  static Words words(String key) {
    var words = List.of(key.split(RowKey.SEPARATOR, -1));
    return new Words(words.get(0), words.get(3), words.get(8));
  }

  /** The key of the figure that is a row. */
  static String text(KpiValue.Key key) {
    return Stream.of(
            key.kpiId(),
            key.definitionVersion(),
            key.level(),
            key.issuerId(),
            key.agentId(),
            key.slice(),
            key.sliceValue(),
            key.periodType(),
            key.periodStart(),
            key.basis(),
            key.issuerBasis())
        .map(Objects::toString)
        .collect(Collectors.joining(RowKey.SEPARATOR));
  }
}
