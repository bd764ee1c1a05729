package jp.renkei.reports.study;

import static jp.renkei.warehouse.jooq.gold.tables.ResponseStatus.RESPONSE_STATUS;
import static jp.renkei.warehouse.jooq.silver.tables.SurveyRound.SURVEY_ROUND;

import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;

/** A survey round that tables are shown of. */
public record StudyRound(String roundId, LocalDate referenceDate) {

  /** The newest round that anybody has answered. */
  public static Optional<StudyRound> newest(DSLContext queries) {
    return queries
        .select(SURVEY_ROUND.ROUND_ID, SURVEY_ROUND.REFERENCE_DATE)
        .from(SURVEY_ROUND)
        .where(
            SURVEY_ROUND.ROUND_ID.in(
                queries
                    .selectDistinct(RESPONSE_STATUS.ROUND_ID)
                    .from(RESPONSE_STATUS)
                    .where(RESPONSE_STATUS.STATE.in("ACCEPTED", "LATE"))))
        .orderBy(SURVEY_ROUND.REFERENCE_DATE.desc(), SURVEY_ROUND.ROUND_ID.desc())
        .limit(1)
        .fetchOptional(row -> new StudyRound(row.value1(), row.value2()));
  }
}
