package jp.renkei.reports.tabulation;

import static jp.renkei.warehouse.jooq.gold.tables.AnswerTabulation.ANSWER_TABULATION;
import static jp.renkei.warehouse.jooq.gold.tables.Question.QUESTION;
import static jp.renkei.warehouse.jooq.gold.tables.QuestionOption.QUESTION_OPTION;
import static jp.renkei.warehouse.jooq.silver.tables.RoundQuestionnaire.ROUND_QUESTIONNAIRE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.renkei.reports.study.StudyRound;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.reports.tabulation.TabulatedQuestion.Counts;
import jp.renkei.reports.tabulation.TabulatedQuestion.Option;
import jp.renkei.reports.tabulation.TabulatedQuestion.Statistics;
import jp.renkei.surveys.AskedFiscalYear;
import jp.renkei.warehouse.jooq.gold.tables.records.AnswerTabulationRecord;
import jp.renkei.warehouse.jooq.gold.tables.records.QuestionRecord;
import org.jooq.DSLContext;

/** Reads what was counted of a round's questions. */
final class Tabulations {
  private static final Statistics NONE =
      new Statistics(
          OptionalLong.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());

  private final Map<String, List<Option>> options = new HashMap<>();
  private final Map<String, List<AnswerTabulationRecord>> counted = new HashMap<>();

  private final AskedFiscalYear year;

  private Tabulations(AskedFiscalYear year) {
    this.year = year;
  }

  /** The questions that the round asks of a side, in the order of the form. */
  static List<TabulatedQuestion> of(DSLContext queries, StudyRound round, String side) {
    String roundId = round.roundId();
    var reading = new Tabulations(AskedFiscalYear.on(round.referenceDate()));
    queries
        .select(QUESTION_OPTION.fields())
        .from(QUESTION_OPTION)
        .join(ROUND_QUESTIONNAIRE)
        .on(ROUND_QUESTIONNAIRE.QUESTIONNAIRE_ID.eq(QUESTION_OPTION.QUESTIONNAIRE_ID))
        .and(ROUND_QUESTIONNAIRE.QUESTIONNAIRE_VERSION.eq(QUESTION_OPTION.QUESTIONNAIRE_VERSION))
        .where(ROUND_QUESTIONNAIRE.ROUND_ID.eq(roundId))
        .orderBy(QUESTION_OPTION.QUESTION_ID, QUESTION_OPTION.POSITION)
        .fetchInto(QUESTION_OPTION)
        .forEach(
            row ->
                reading
                    .options
                    .computeIfAbsent(row.getQuestionId(), id -> new ArrayList<>())
                    .add(new Option(row.getOptionCode(), row.getLabelJa())));
    queries
        .selectFrom(ANSWER_TABULATION)
        .where(ANSWER_TABULATION.ROUND_ID.eq(roundId))
        .forEach(
            row ->
                reading
                    .counted
                    .computeIfAbsent(row.getQuestionId(), id -> new ArrayList<>())
                    .add(row));
    return queries
        .select(QUESTION.fields())
        .from(QUESTION)
        .join(ROUND_QUESTIONNAIRE)
        .on(ROUND_QUESTIONNAIRE.QUESTIONNAIRE_ID.eq(QUESTION.QUESTIONNAIRE_ID))
        .and(ROUND_QUESTIONNAIRE.QUESTIONNAIRE_VERSION.eq(QUESTION.QUESTIONNAIRE_VERSION))
        .where(ROUND_QUESTIONNAIRE.ROUND_ID.eq(roundId))
        .and(QUESTION.SIDE.eq(side))
        .orderBy(QUESTION.POSITION)
        .fetchInto(QUESTION)
        .map(reading::question);
  }

  private TabulatedQuestion question(QuestionRecord question) {
    var rows = counted.getOrDefault(question.getQuestionId(), List.of());
    var slices = new TreeMap<SliceKey, Counts>();
    rows.forEach(
        row ->
            slices.computeIfAbsent(
                new SliceKey(text(row.getSlice()), text(row.getSliceValue())),
                key -> counts(rows, key)));
    return new TabulatedQuestion(
        question.getQuestionId(),
        question.getSectionId(),
        question.getSectionJa(),
        year.in(question.getLabelJa()),
        question.getType(),
        text(question.getUnit()),
        question.getAskedBy(),
        options.containsKey(question.getQuestionId())
            ? options.get(question.getQuestionId())
            : years(slices),
        slices);
  }

  private static Counts counts(List<AnswerTabulationRecord> rows, SliceKey key) {
    var byState = new TreeMap<String, Long>();
    var byOption = new TreeMap<String, Long>();
    Statistics statistics = NONE;
    for (var row : rows) {
      if (!key.equals(new SliceKey(text(row.getSlice()), text(row.getSliceValue())))) {
        continue;
      }
      if (row.getOptionCode() != null) {
        byOption.put(row.getOptionCode(), row.getN());
        continue;
      }
      byState.put(row.getValueState(), row.getN());
      if (row.getMedian() != null) {
        statistics =
            new Statistics(
                row.getSum() == null ? OptionalLong.empty() : OptionalLong.of(row.getSum()),
                OptionalDouble.of(row.getMedian()),
                OptionalDouble.of(row.getQ1()),
                OptionalDouble.of(row.getQ3()));
      }
    }
    return new Counts(byState, byOption, statistics);
  }

  /** The fiscal years that dates fall in, for a question without options. */
  private static List<Option> years(SortedMap<SliceKey, Counts> slices) {
    var whole = slices.get(SliceKey.WHOLE);
    return whole == null
        ? List.of()
        : whole.byOption().keySet().stream()
            .map(
                code ->
                    new Option(
                        code, PeriodText.fiscalYearText(Integer.parseInt(code.substring(2)))))
            .toList();
  }

  private static String text(String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
