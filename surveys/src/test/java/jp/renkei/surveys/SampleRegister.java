package jp.renkei.surveys;

import java.time.LocalDate;
import java.util.Optional;

/** A register with one card company, one agent and one product line, and one round. */
final class SampleRegister implements SurveyContext {
  static final SurveyRound ROUND =
      SurveyRound.parse(
          "rounds/R2026-03.yaml",
          """
          round_id: R2026-03
          reference_date: 2026-03-31
          due_date: 2026-04-30
          grace_days: 14
          frame_id: FRAME1
          questionnaires:
            - {id: issuer_survey, version: 1}
            - {id: agent_survey, version: 1}
          """);

  @Override
  public Optional<SurveyRound> round(String roundId) {
    return Optional.of(ROUND).filter(round -> round.roundId().equals(roundId));
  }

  @Override
  public boolean isIssuer(String issuerId, LocalDate on) {
    return issuerId.equals("ISS001");
  }

  @Override
  public boolean isAgent(String agentId, LocalDate on) {
    return agentId.equals("AGT001") || agentId.equals("AGT002");
  }

  @Override
  public boolean isProductLine(String productLineId, String issuerId, LocalDate on) {
    return issuerId.equals("ISS001") && productLineId.equals("PL001");
  }
}
