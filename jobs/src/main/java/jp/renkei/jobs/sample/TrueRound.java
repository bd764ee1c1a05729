package jp.renkei.jobs.sample;

import java.time.LocalDate;

/**
 * One survey round; number counts from 1.
 *
 * @param agentVersion which version of agent_survey it asks; of issuer_survey all ask the first
 */
record TrueRound(
    int number,
    LocalDate referenceDate,
    LocalDate dueDate,
    int graceDays,
    String frameId,
    int agentVersion) {

  TrueRound {
    if (number < 1 || !dueDate.isAfter(referenceDate)) {
      throw new IllegalArgumentException(
          "Cannot hold round %d: due %s is not after %s".formatted(number, dueDate, referenceDate));
    }
  }

  int version(String questionnaireId) {
    return questionnaireId.equals("agent_survey") ? agentVersion : 1;
  }

  /** For example R2026-03. */
  String id() {
    return "R" + referenceDate.toString().substring(0, 7);
  }

  String referenceMonth() {
    return referenceDate.toString().substring(0, 7);
  }

  /** The first day of the fiscal year that the reference date lies in. */
  LocalDate fiscalYearStart() {
    int year = referenceDate.getYear();
    return LocalDate.of(referenceDate.getMonthValue() < 4 ? year - 1 : year, 4, 1);
  }
}
