package jp.renkei.reports.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiDefinitions;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.register.Register;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseReader;
import jp.renkei.warehouse.table.TableCatalog;
import org.jooq.DSLContext;

/**
 * Explains figures of one audience's file of a release. Answers, logs and what names a file are in
 * the secretariat's file alone; to everybody else a figure is explained by its definition and its
 * own counts.
 */
public final class Explanations {
  private final Release release;
  private final ReleaseReader reader;
  private final boolean isJapanese;

  public Explanations(Release release, ReleaseReader reader, boolean isJapanese) {
    this.release = release;
    this.reader = reader;
    this.isJapanese = isJapanese;
  }

  /** Whether an audience's file holds what a figure was counted from. */
  public static boolean hasEvidence(Audience audience) {
    return List.of("silver.answer", "silver.submission", "silver.log_file_day").stream()
        .allMatch(
            table -> TableCatalog.builtIn().table(table).audiences().contains(audience.code()));
  }

  /**
   * Explains one figure.
   *
   * @throws ExplainProblem where the file has no such figure, or the choice means several
   */
  public Explanation of(FigureChoice choice) {
    return reader.read(queries -> of(queries, choice));
  }

  private Explanation of(DSLContext queries, FigureChoice choice) {
    var found = FigureSearch.one(queries, choice);
    var figure = found.figure();
    var definition = definition(queries, figure);
    var words =
        ExplainWords.read(
            queries,
            isJapanese,
            figure.numerator().isPresent() && figure.denominator().isPresent());
    var sentences = new ArrayList<String>();
    var speech = new Sentences(words, release, definition, figure);
    sentences.addAll(speech.figure());
    if (figure.isByTodaysIssuers()) {
      sentences.add(
          speech.byTodaysIssuers(Register.predecessors(queries, figure.issuerId().orElseThrow())));
    }
    var evidence = evidence(queries, words, found);
    if (evidence.isPresent()) {
      sentences.addAll(speech.rows(evidence.get().parts()));
      sentences.addAll(speech.sources(evidence.get().tables()));
      if (evidence.get().corrected() > 0) {
        sentences.add(speech.corrected(evidence.get().corrected()));
      }
      evidence.get().checks().forEach(check -> sentences.add(check.text()));
    } else {
      sentences.add(speech.withoutEvidence(hasEvidence(reader.audience())));
    }
    return new Explanation(
        FigureChoice.of(figure),
        figure,
        definition,
        sentences,
        evidence.map(Evidence::tables).orElseGet(List::of),
        evidence.map(Evidence::checks).orElseGet(List::of));
  }

  private Optional<Evidence> evidence(
      DSLContext queries, ExplainWords words, FigureSearch.Found found) {
    if (!hasEvidence(reader.audience())) {
      return Optional.empty();
    }
    return KpiCatalog.builtIn()
        .find(found.figure().kpiId(), found.figure().definitionVersion())
        .flatMap(kpi -> PartSql.onBasis(kpi, found.figure()))
        .map(kpi -> Evidence.of(queries, words, kpi, found));
  }

  private static KpiDefinition definition(DSLContext queries, KpiFigure figure) {
    return KpiDefinitions.read(queries)
        .find(figure.kpiId(), figure.definitionVersion())
        .orElseThrow(
            () ->
                new ExplainProblem(
                    "指標「%s」の定義（版%d）がこの公表版にありません。"
                        .formatted(figure.kpiId(), figure.definitionVersion()),
                    "Cannot explain %s: the release does not hold version %d of its definition."
                        .formatted(figure.kpiId(), figure.definitionVersion())));
  }
}
