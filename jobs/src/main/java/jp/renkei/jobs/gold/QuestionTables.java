package jp.renkei.jobs.gold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Question.Option;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.warehouse.rules.Bands;
import jp.renkei.warehouse.rules.Bands.Band;
import jp.renkei.warehouse.table.TableName;

/**
 * The questionnaires' questions and options, and the bands of size and cost, as tables: whoever
 * asks by SQL needs no YAML.
 */
public final class QuestionTables {
  public static final TableName QUESTION = TableName.of("gold.question");
  public static final TableName QUESTION_OPTION = TableName.of("gold.question_option");
  public static final TableName SIZE_BAND = TableName.of("gold.size_band");
  public static final TableName COST_BAND = TableName.of("gold.cost_band");

  private static final List<Option> YES_AND_NO =
      List.of(new Option("YES", "はい", false), new Option("NO", "いいえ", false));

  private QuestionTables() {}

  public static void write(StepRun run) {
    var questions = new ArrayList<List<Object>>();
    var options = new ArrayList<List<Object>>();
    for (var questionnaire : QuestionnaireCatalog.load().questionnaires()) {
      long position = 0;
      for (var question : questionnaire.questions()) {
        questions.add(question(questionnaire, question, ++position));
        options.addAll(options(questionnaire, question));
      }
    }
    run.write(QUESTION, questions);
    run.write(QUESTION_OPTION, options);
    var sizes = rows(Bands.ofSize());
    sizes.add(Arrays.asList(Bands.UNKNOWN, (long) sizes.size() + 1, null, null, "不明", "Unknown"));
    run.write(SIZE_BAND, sizes);
    run.write(COST_BAND, rows(Bands.ofCost()));
  }

  private static List<Object> question(
      Questionnaire questionnaire, Question question, long position) {
    String sectionJa =
        questionnaire.sections().stream()
            .filter(section -> section.id().equals(question.section()))
            .findFirst()
            .orElseThrow()
            .titleJa();
    return Arrays.asList(
        questionnaire.id(),
        (long) questionnaire.version(),
        question.id(),
        position,
        questionnaire.respondents().name(),
        question.section(),
        sectionJa,
        question.label(),
        question.type().name(),
        textOrNull(question.unit()),
        question.askedBy().name(),
        textOrNull(question.formerly()));
  }

  private static String textOrNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static List<List<Object>> options(Questionnaire questionnaire, Question question) {
    var options = question.type() == Question.Type.YES_NO ? YES_AND_NO : question.options();
    var rows = new ArrayList<List<Object>>();
    for (var option : options) {
      rows.add(
          List.of(
              questionnaire.id(),
              (long) questionnaire.version(),
              question.id(),
              option.code(),
              rows.size() + 1L,
              option.label()));
    }
    return rows;
  }

  private static List<List<Object>> rows(Bands bands) {
    var rows = new ArrayList<List<Object>>();
    for (Band band : bands.bands()) {
      rows.add(
          Arrays.asList(
              band.code(),
              rows.size() + 1L,
              band.lowest(),
              band.highest().isPresent() ? band.highest().getAsLong() : null,
              band.labelJa(),
              band.labelEn()));
    }
    return rows;
  }
}
