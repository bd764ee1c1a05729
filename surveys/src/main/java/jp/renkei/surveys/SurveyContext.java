package jp.renkei.surveys;

import java.time.LocalDate;
import java.util.Optional;

/** What a check has to know of the registers and rounds. */
public interface SurveyContext {
  Optional<SurveyRound> round(String roundId);

  boolean isIssuer(String issuerId, LocalDate on);

  boolean isAgent(String agentId, LocalDate on);

  boolean isProductLine(String productLineId, String issuerId, LocalDate on);

  /** What a counterparty or product line is called in Japanese; empty where it is not known. */
  default String nameOf(String id, LocalDate on) {
    return "";
  }
}
