package jp.renkei.webapi.definitions;

import java.util.List;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.kpi.KpiDefinition;
import jp.renkei.webapi.kpi.KpiDefinitions;

/** 定義: {@code /definitions}. */
public final class DefinitionsPage {
  private final Templates templates;

  public DefinitionsPage(Templates templates) {
    this.templates = templates;
  }

  /** The definitions of one stage. */
  public record Stage(String title, List<KpiDefinition> definitions) {}

  /** All definitions by stage. */
  public record Content(List<Stage> stages) {}

  public Answer definitions(PageRequest request) {
    var all = request.reader().read(KpiDefinitions::read).all();
    var stages =
        all.stream()
            .map(KpiDefinition::stage)
            .distinct()
            .map(
                stage ->
                    new Stage(
                        request.frame().word("stage", stage),
                        all.stream().filter(one -> one.stage().equals(stage)).toList()))
            .toList();
    return Answer.html(templates.render("definitions", request.frame(), new Content(stages)));
  }
}
