package jp.renkei.webapi.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.renkei.reports.explain.Explanations;
import jp.renkei.reports.explain.FigureChoice;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiFigures;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseReader;
import jp.renkei.warehouse.release.ReleaseStore;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Figures of the sample world that DefaultWorldIT leaves: what stands behind each comes to what the
 * release says.
 */
class ExplainSampleWorldIT {
  /** Of every KPI, level, slice, kind of period and basis so many figures are explained. */
  private static final int MOST_OF_A_KIND = 3;

  private static Release release;
  private static ReleaseReader reader;

  @BeforeAll
  static void open() {
    release =
        new ReleaseStore(Path.of("../target/sample-world/warehouse"))
            .newest()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Cannot read the sample world: run DefaultWorldIT of jobs first."));
    reader = release.open(Audience.SECRETARIAT);
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  @Test
  void everyKpiCanBeLedBackToWhatItWasCountedFrom() {
    var explanations = new Explanations(release, reader, true);
    var withEvidence = new TreeSet<String>();
    var wrong = new ArrayList<String>();
    for (var figure : chosen()) {
      var explanation = explanations.of(FigureChoice.of(figure));
      if (!explanation.isSound() || explanation.evidence().isEmpty()) {
        wrong.add(explanation.choice().parameters() + " " + explanation.checks());
      }
      boolean isCounted = figure.numerator().orElse(0) > 0 || figure.denominator().orElse(0) > 0;
      long behind =
          explanation.evidence().stream()
              .filter(table -> !List.of("rows", "days").contains(table.id()))
              .filter(table -> !table.rows().isEmpty())
              .count();
      boolean hasFiles =
          explanation.evidence().stream()
              .anyMatch(table -> table.id().equals("submissions") && !table.rows().isEmpty());
      // Of days without any log there is none to name.
      boolean isOfFiles =
          figure.numerator().orElse(1) > 0 || !figure.kpiId().equals("log_coverage_rate");
      if (isCounted && (behind == 0 || !hasFiles && isOfFiles)) {
        wrong.add(explanation.choice().parameters() + " has nothing behind it");
      }
      if (isCounted) {
        withEvidence.add(figure.kpiId());
      }
    }
    if (!wrong.isEmpty()) {
      fail(String.join("\n", wrong));
    }
    assertThat(withEvidence)
        .containsAll(
            KpiCatalog.builtIn().all().stream()
                .map(one -> one.id())
                .filter(this::isThere)
                .toList());
  }

  private boolean isThere(String kpiId) {
    return reader.read(
        queries ->
            queries.fetchExists(
                DSL.selectOne()
                    .from("gold.kpi_value")
                    .where("kpi_id = ? and coalesce(numerator, denominator) > 0", kpiId)));
  }

  /** The largest, the smallest and one between of each kind. */
  private static List<KpiFigure> chosen() {
    var kinds = new TreeMap<String, List<KpiFigure>>();
    for (var figure : reader.read(queries -> KpiFigures.matching(queries, DSL.trueCondition()))) {
      String kind =
          String.join(
              " ",
              figure.kpiId(),
              figure.level(),
              figure.slice().orElse(""),
              figure.periodType(),
              figure.basis());
      kinds.computeIfAbsent(kind, absent -> new ArrayList<>()).add(figure);
    }
    var chosen = new ArrayList<KpiFigure>();
    for (var figures : kinds.values()) {
      figures.sort(
          java.util.Comparator.comparing(
              (KpiFigure one) -> one.denominator().orElse(one.numerator().orElse(0))));
      int step = Math.max(1, (figures.size() - 1) / (MOST_OF_A_KIND - 1));
      for (int index = 0; index < figures.size(); index += step) {
        chosen.add(figures.get(index));
      }
    }
    return chosen;
  }
}
