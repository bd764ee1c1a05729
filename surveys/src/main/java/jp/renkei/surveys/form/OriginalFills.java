package jp.renkei.surveys.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.workbook.WorkbookContent;
import jp.renkei.surveys.workbook.WorkbookContent.Area;
import jp.renkei.surveys.workbook.WorkbookContent.Position;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.xssf.usermodel.XSSFCell;

/**
 * The colours that the cells of a form had when it was handed out, by what its names say that the
 * cells are for; a mark that is taken away leaves no trace of them in the cell itself.
 */
final class OriginalFills {
  private final List<Filled> filled = new ArrayList<>();

  private record Filled(Area area, Look.Fill fill) {
    boolean covers(String sheet, Position at) {
      return area.sheet().equals(sheet)
          && area.first().row() <= at.row()
          && at.row() <= area.last().row()
          && area.first().column() <= at.column()
          && at.column() <= area.last().column();
    }
  }

  /** Of a workbook that may be none of ours, which then has nothing but labels. */
  OriginalFills(WorkbookContent content) {
    var named = new NamedCells(content);
    add(named, FormNames.SUBMITTED_ON, Look.OPTIONAL_DATE.fill());
    add(named, FormNames.CORRECTION_REASON, Look.WORDS.fill());
    questionnaire(content).ifPresent(found -> found.questions().forEach(q -> add(named, found, q)));
  }

  private static Optional<Questionnaire> questionnaire(WorkbookContent content) {
    return RecordSheet.read(content)
        .map(stated -> stated.record().subject())
        .flatMap(
            subject ->
                QuestionnaireCatalog.load()
                    .questionnaire(subject.questionnaireId(), subject.version()));
  }

  private void add(NamedCells named, Questionnaire questionnaire, Question question) {
    Look.Fill answer = new AnswerCells(questionnaire).look(question).fill();
    add(named, FormNames.answer(question), answer);
    question
        .options()
        .forEach(option -> add(named, FormNames.answer(question, option.code()), answer));
    add(named, FormNames.state(question), Look.STATE.fill());
    add(named, FormNames.words(question), Look.WORDS.fill());
  }

  private void add(NamedCells named, String name, Look.Fill fill) {
    named.area(name).ifPresent(area -> filled.add(new Filled(area, fill)));
  }

  /** Of a cell that is no answer, as its font and its border tell. */
  Look.Fill of(XSSFCell cell) {
    var at = new Position(cell.getRowIndex(), cell.getColumnIndex());
    var style = cell.getCellStyle();
    Look.Fill other =
        style.getBorderBottom() == BorderStyle.NONE
            ? Look.Fill.NONE
            : style.getFont().getBold() ? Look.Fill.HEAD : Look.Fill.LABEL;
    return filled.stream()
        .filter(one -> one.covers(cell.getSheet().getSheetName(), at))
        .map(Filled::fill)
        .findFirst()
        .orElse(other);
  }
}
