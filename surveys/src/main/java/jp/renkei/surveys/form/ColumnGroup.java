package jp.renkei.surveys.form;

import java.util.ArrayList;
import java.util.List;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Question.Option;
import jp.renkei.surveys.Question.Type;
import jp.renkei.surveys.workbook.TextWidth;

/** The columns that one question takes in a matrix. */
record ColumnGroup(Question question, List<Column> columns) {
  private static final int STATE_WIDTH = 13;
  private static final int WORDS_WIDTH = 20;
  private static final int LAST_WIDTH = 16;
  private static final int MARK_WIDTH = 7;
  private static final int WIDEST_CHOICE = 26;

  /** What stands in a column. */
  enum Kind {
    ANSWER,
    STATE,
    WORDS,
    LAST
  }

  /**
   * One column.
   *
   * @param name of its cells; empty for last round's answers, which nobody reads back
   */
  record Column(int index, Kind kind, String name, String head, int width) {
    Look look(Look answer) {
      return switch (kind) {
        case ANSWER -> answer;
        case STATE -> Look.STATE;
        case WORDS -> Look.WORDS;
        case LAST -> Look.LAST;
      };
    }
  }

  static ColumnGroup of(FormParts parts, Question question, int first, boolean hasLast) {
    var columns = new ArrayList<Column>();
    if (question.type() == Type.MULTI) {
      for (Option option : question.options()) {
        columns.add(
            new Column(
                first + columns.size(),
                Kind.ANSWER,
                FormNames.answer(question, option.code()),
                option.label(),
                MARK_WIDTH));
      }
    } else {
      columns.add(
          new Column(
              first,
              Kind.ANSWER,
              FormNames.answer(question),
              answerHead(question),
              answerWidth(question)));
    }
    columns.add(
        new Column(
            first + columns.size(),
            Kind.STATE,
            FormNames.state(question),
            FormWords.ja("head.state"),
            STATE_WIDTH));
    if (parts.request().questionnaire().takesWords(question)) {
      columns.add(
          new Column(
              first + columns.size(),
              Kind.WORDS,
              FormNames.words(question),
              FormWords.ja("head.words"),
              WORDS_WIDTH));
    }
    if (hasLast) {
      columns.add(
          new Column(first + columns.size(), Kind.LAST, "", FormWords.ja("head.last"), LAST_WIDTH));
    }
    return new ColumnGroup(question, List.copyOf(columns));
  }

  int first() {
    return columns.get(0).index();
  }

  int last() {
    return columns.get(columns.size() - 1).index();
  }

  List<Integer> widths() {
    return columns.stream().map(Column::width).toList();
  }

  /** What a cell may have to show; empty where nothing is chosen from. */
  String longestChoice() {
    return question.type() == Type.MULTI ? "" : AnswerText.longestChoice(question);
  }

  private static String answerHead(Question question) {
    String unit = FormWords.unit(question);
    return FormWords.ja("head.answer") + (unit.isEmpty() ? "" : "（" + unit + "）");
  }

  private static int answerWidth(Question question) {
    return switch (question.type()) {
      case CHOICE, YES_NO ->
          Math.min(WIDEST_CHOICE, 4 + TextWidth.of(AnswerText.longestChoice(question)));
      case INTEGER -> 15;
      case DECIMAL -> 12;
      case DATE -> 13;
      case TEXT, URL, MULTI -> 28;
    };
  }
}
