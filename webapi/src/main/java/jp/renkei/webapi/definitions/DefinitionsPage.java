package jp.renkei.webapi.definitions;

import java.util.List;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiDefinitions;
import jp.renkei.reports.figure.KpiSupplementDefinition;
import jp.renkei.reports.figure.KpiSupplements;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;

/** 定義: {@code /definitions}. */
public final class DefinitionsPage {
  private final Templates templates;

  public DefinitionsPage(Templates templates) {
    this.templates = templates;
  }

  /**
   * A version of a KPI, and the figures that stand beside it.
   *
   * @param anchor of the newest version the KPI's id, which other pages point to
   */
  public record Entry(KpiDefinition kpi, String anchor, List<KpiSupplementDefinition> beside) {}

  /** The definitions of one stage. */
  public record Stage(String title, List<Entry> definitions) {}

  /** All definitions by stage. */
  public record Content(List<Stage> stages) {}

  public Answer definitions(PageRequest request) {
    var definitions = request.reader().read(KpiDefinitions::read);
    var all = definitions.all();
    var beside = request.reader().read(KpiSupplements::definitions);
    var stages =
        all.stream()
            .map(KpiDefinition::stage)
            .distinct()
            .map(
                stage ->
                    new Stage(
                        request.frame().word("stage", stage),
                        all.stream()
                            .filter(one -> one.stage().equals(stage))
                            .map(one -> new Entry(one, anchor(one, definitions), of(one, beside)))
                            .toList()))
            .toList();
    return Answer.html(templates.render("definitions", request.frame(), new Content(stages)));
  }

  private static String anchor(KpiDefinition kpi, KpiDefinitions all) {
    boolean isNewest = all.newest(kpi.kpiId()).map(kpi::equals).orElse(false);
    return isNewest ? kpi.kpiId() : kpi.kpiId() + "-v" + kpi.version();
  }

  private static List<KpiSupplementDefinition> of(
      KpiDefinition kpi, List<KpiSupplementDefinition> all) {
    return all.stream()
        .filter(one -> one.kpiId().equals(kpi.kpiId()) && one.version() == kpi.version())
        .toList();
  }
}
