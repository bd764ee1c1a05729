package jp.renkei.reports.study;

import static jp.renkei.warehouse.jooq.gold.tables.ResponseStatus.RESPONSE_STATUS;
import static jp.renkei.warehouse.jooq.silver.tables.SurveyRound.SURVEY_ROUND;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * A survey round that tables are shown of.
 *
 * @param lastDay the last day on which an answer is not late
 */
public record StudyRound(String roundId, LocalDate referenceDate, LocalDate lastDay) {

  /** The rounds that anybody has answered, the newest first. */
  public static List<StudyRound> answered(DSLContext queries) {
    var lastDay = DSL.max(RESPONSE_STATUS.LAST_DAY);
    return queries
        .select(SURVEY_ROUND.ROUND_ID, SURVEY_ROUND.REFERENCE_DATE, lastDay)
        .from(SURVEY_ROUND)
        .join(RESPONSE_STATUS)
        .on(RESPONSE_STATUS.ROUND_ID.eq(SURVEY_ROUND.ROUND_ID))
        .where(RESPONSE_STATUS.STATE.in("ACCEPTED", "LATE"))
        .groupBy(SURVEY_ROUND.ROUND_ID, SURVEY_ROUND.REFERENCE_DATE)
        .orderBy(SURVEY_ROUND.REFERENCE_DATE.desc(), SURVEY_ROUND.ROUND_ID.desc())
        .fetch(row -> new StudyRound(row.value1(), row.value2(), row.value3()));
  }

  /** Of some, the newest first, the newest whose answers are final on a day; else the newest. */
  public static Optional<StudyRound> newest(List<StudyRound> answered, LocalDate on) {
    return answered.stream()
        .filter(round -> round.isFinalOn(on))
        .findFirst()
        .or(() -> answered.stream().findFirst());
  }

  /** Whether no answer in time can come any more; until then the first few would stand for all. */
  public boolean isFinalOn(LocalDate day) {
    return lastDay != null && lastDay.isBefore(day);
  }
}
