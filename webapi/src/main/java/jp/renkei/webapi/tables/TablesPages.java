package jp.renkei.webapi.tables;

import java.util.List;
import jp.renkei.reports.study.StudySheet;
import jp.renkei.reports.study.StudySheets;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;

/** 調査の集計: {@code /surveys/tables}, for the secretariat. */
public final class TablesPages {
  private final Templates templates;

  public TablesPages(Templates templates) {
    this.templates = templates;
  }

  /** What the page shows; no sheet where nobody has answered yet. */
  public record Content(List<StudySheet> sheets) {
    public Content {
      sheets = List.copyOf(sheets);
    }
  }

  public Answer tables(PageRequest request) {
    if (!StudySheets.areFor(request.audience())) {
      throw new NotShown(NotShown.Kind.NO_PAGE, request.frame().path());
    }
    var content = new Content(request.reader().read(StudySheets::of));
    return Answer.html(templates.render("tables", request.frame(), content));
  }
}
