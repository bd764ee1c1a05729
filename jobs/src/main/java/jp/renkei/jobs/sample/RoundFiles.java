package jp.renkei.jobs.sample;

/** The folder rounds/: one YAML file per survey round. */
final class RoundFiles {
  private RoundFiles() {}

  static String path(TrueRound round) {
    return "rounds/%s.yaml".formatted(round.id());
  }

  static void write(SampleTruth truth, LandingFolder landing) {
    truth.rounds().forEach(round -> landing.text(path(round), text(round)));
  }

  static String text(TrueRound round) {
    return """
        # 架空データ
        round_id: %s
        reference_date: %s
        due_date: %s
        grace_days: %d
        frame_id: %s
        questionnaires:
          - {id: issuer_survey, version: 1}
          - {id: agent_survey, version: %d}
        """
        .formatted(
            round.id(),
            round.referenceDate(),
            round.dueDate(),
            round.graceDays(),
            round.frameId(),
            round.agentVersion());
  }
}
