package jp.renkei.reports.explain;

import static jp.renkei.warehouse.jooq.gold.tables.KpiValue.KPI_VALUE;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.reports.figure.IssuerBasis;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiFigures;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Finds the figure that is meant among those of an audience's file. */
final class FigureSearch {
  private static final int MOST_SUGGESTED = 12;

  private FigureSearch() {}

  /** A figure and the round that it belongs to; empty where it belongs to none. */
  record Found(KpiFigure figure, String roundId) {}

  /**
   * The one figure.
   *
   * @throws ExplainProblem where there is none, or several
   */
  static Found one(DSLContext queries, FigureChoice choice) {
    var ofKpi =
        read(queries, KPI_VALUE.KPI_ID.eq(choice.kpiId())).stream()
            .filter(
                one ->
                    one.figure().isByTodaysIssuers() == (choice.issuerBasis() == IssuerBasis.NOW))
            .toList();
    if (ofKpi.isEmpty()) {
      throw new ExplainProblem(
          "指標「%s」の数値はこの公表版にありません。指標は ./renkei sql \"select kpi_id, title_ja from gold.kpi_definition\" で確かめられます。"
              .formatted(choice.kpiId()),
          "Cannot explain %s: the release has no figure of that KPI. List them with: ./renkei sql \"select kpi_id, title_en from gold.kpi_definition\""
              .formatted(choice.kpiId()));
    }
    var ofEntity = ofKpi.stream().filter(one -> isOfEntity(one.figure(), choice)).toList();
    if (ofEntity.isEmpty()) {
      throw none(
          choice,
          "対象",
          "for that company, pair or slice",
          ofKpi.stream().map(one -> entity(one.figure())));
    }
    var matching =
        ofEntity.stream()
            .filter(one -> choice.isOfPeriod(one.figure(), one.roundId()))
            .filter(
                one ->
                    choice.basis().isEmpty() || choice.basis().get().equals(one.figure().basis()))
            .filter(
                one ->
                    choice.version().isEmpty()
                        || choice.version().get() == one.figure().definitionVersion())
            .sorted(
                Comparator.comparing((Found one) -> one.figure().definitionVersion()).reversed())
            .toList();
    if (matching.isEmpty()) {
      throw none(
          choice,
          "期間・根拠・定義の版",
          "for that period, basis or version of the definition",
          ofEntity.stream().map(one -> period(one.figure())));
    }
    var newest = matching.get(0).figure().definitionVersion();
    var left = matching.stream().filter(one -> one.figure().definitionVersion() == newest).toList();
    if (left.size() > 1) {
      String bases =
          left.stream()
              .map(one -> period(one.figure()))
              .distinct()
              .collect(Collectors.joining(" / "));
      throw new ExplainProblem(
          "該当する数値が%d件あります。期間（--period）か根拠（--basis）で1件に絞ってください：%s".formatted(left.size(), bases),
          "Cannot choose between %d figures: narrow them down by --period or --basis: %s"
              .formatted(left.size(), bases));
    }
    return left.get(0);
  }

  private static List<Found> read(DSLContext queries, Condition condition) {
    var rounds = new HashMap<LocalDate, String>();
    queries
        .selectDistinct(KPI_VALUE.PERIOD_START, KPI_VALUE.ROUND_ID)
        .from(KPI_VALUE)
        .where(condition.and(KPI_VALUE.ROUND_ID.isNotNull()))
        .forEach(row -> rounds.put(row.get(KPI_VALUE.PERIOD_START), row.get(KPI_VALUE.ROUND_ID)));
    return KpiFigures.matching(queries, condition).stream()
        .map(
            figure ->
                new Found(
                    figure, figure.isPoint() ? rounds.getOrDefault(figure.periodStart(), "") : ""))
        .toList();
  }

  private static boolean isOfEntity(KpiFigure figure, FigureChoice choice) {
    return figure.level().equals(choice.level())
        && figure.issuerId().equals(choice.issuerId())
        && figure.agentId().equals(choice.agentId())
        && figure.slice().equals(choice.slice().map(FigureChoice.Slice::name))
        && figure.sliceValue().equals(choice.slice().map(FigureChoice.Slice::value));
  }

  private static ExplainProblem none(
      FigureChoice choice, String whatJa, String whatEn, Stream<String> choices) {
    var all = choices.distinct().sorted().toList();
    String some =
        all.stream().limit(MOST_SUGGESTED).collect(Collectors.joining(" / "))
            + (all.size() > MOST_SUGGESTED ? " …" : "");
    return new ExplainProblem(
        "指標「%s」には、指定された%sの数値がありません（指定：%s）。あるもの：%s"
            .formatted(choice.kpiId(), whatJa, asked(choice), some),
        "Cannot explain %s: found no figure %s (asked for %s). There are: %s"
            .formatted(choice.kpiId(), whatEn, asked(choice), some));
  }

  private static String asked(FigureChoice choice) {
    return choice.parameters().entrySet().stream()
        .filter(one -> !one.getKey().equals("kpi"))
        .map(one -> "--" + one.getKey().replace('_', '-') + " " + one.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String entity(KpiFigure figure) {
    String text =
        figure.issuerId().map(id -> "--issuer " + id + " ").orElse("")
            + figure.agentId().map(id -> "--agent " + id + " ").orElse("")
            + figure
                .slice()
                .map(name -> "--slice " + name + "=" + figure.sliceValue().orElse(""))
                .orElse("");
    return text.isEmpty() ? "(ALL)" : text.strip();
  }

  private static String period(KpiFigure figure) {
    return "--period %s --basis %s"
        .formatted(FigureChoice.period(figure.periodType(), figure.periodStart()), figure.basis());
  }
}
