package jp.renkei.jobs.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.jobs.sample.AnswerSheet.Place;

/** What an agent answers to agent_survey in a round: the truth, but for the planted conflicts. */
final class AgentAnswers {
  private final SampleTruth truth;

  AgentAnswers(SampleTruth truth) {
    this.truth = truth;
  }

  AnswerSheet of(TrueAgent agent, TrueRound round, String submittedAt, Conflicts conflicts) {
    AnswerSheet sheet = new AnswerSheet(round, "agent_survey", agent.id(), submittedAt);
    Chance chance = Chance.of(truth.options().seed(), "answers", agent.id(), round.id());
    Opinions opinions = new Opinions(sheet, chance);
    LocalDate date = round.referenceDate();
    List<TrueCell> cells = new ArrayList<>();
    truth.issuersOn(date).forEach(issuer -> cells.addAll(truth.cellsOf(issuer, agent, date)));
    respondent(sheet, agent, cells, date);
    AgentCellAnswers matrix = new AgentCellAnswers(sheet, chance);
    cells.forEach(cell -> matrix.one(cell, round, conflicts.of(cell, round)));
    requests(sheet, opinions, cells, round);
    custody(sheet, opinions, cells, round);
    opinions.choice("B7_01", Opinions.COST_BANDS);
    opinions.choice("B7_02", Opinions.COST_BEARERS);
    opinions.number("B8_01", "0.9" + chance.between(80, 99));
    opinions.number("B8_02", "0." + chance.between(80, 96));
    // The same question under its name in the version that the round asks.
    opinions.number(round.agentVersion() == 1 ? "B8_03" : "B8_04", chance.between(0, 6));
    opinions.multi(
        "B10_01",
        List.of("LOAD", "INQUIRIES", "FRAUD", "CONVENIENCE", "STABILITY", "SPEED", "OTHER"),
        3);
    opinions.multi(
        "B10_02", List.of("COST", "LIABILITY", "OPERATION", "FRESHNESS", "ITEMS", "OTHER"), 3);
    opinions.multi("B13_01", Opinions.ISSUES, 3);
    opinions.measures(List.of("B13_02", "B13_03", "B13_04", "B13_05", "B13_06", "B13_07"), true);
    opinions.incidents("B16_01");
    return sheet;
  }

  private static void respondent(
      AnswerSheet sheet, TrueAgent agent, List<TrueCell> cells, LocalDate date) {
    sheet.reported(Place.WHOLE, "B0_01", agent.corporateNumber());
    if (agent.registrationNo().isEmpty()) {
      sheet.notApplicable(Place.WHOLE, "B0_02");
    } else {
      sheet.reported(Place.WHOLE, "B0_02", agent.registrationNo());
    }
    sheet.reported(Place.WHOLE, "B0_03", String.join("|", agent.services()));
    sheet.reported(Place.WHOLE, "B0_04", agent.consentsToName() ? "NAMED" : "AGGREGATE_ONLY");
    long accounts =
        cells.stream()
            .mapToLong(cell -> cell.apiAccountsOn(date) + cell.scrapingAccountsOn(date))
            .sum();
    // A user links 1.4 accounts or so; all users are more than those that link a card.
    long linking = accounts * 5 / 7;
    sheet.reported(Place.WHOLE, "B1_01", Math.max(agent.users(), linking * 3));
    sheet.reported(Place.WHOLE, "B1_02", linking);
  }

  private static void requests(
      AnswerSheet sheet, Opinions opinions, List<TrueCell> cells, TrueRound round) {
    List<TrueCell> asked =
        cells.stream()
            .filter(cell -> !cell.requestedOn().isBefore(round.fiscalYearStart()))
            .filter(cell -> !cell.requestedOn().isAfter(round.referenceDate()))
            .toList();
    long declined =
        asked.stream()
            .filter(cell -> cell.statusOn(round.referenceDate()) == TrueCell.Status.DECLINED)
            .count();
    sheet.reported(Place.WHOLE, "B5_01", asked.size());
    sheet.reported(Place.WHOLE, "B5_02", declined);
    if (declined > 0) {
      opinions.multi(
          Place.WHOLE, "B5_03", List.of("COST", "NO_API", "CRITERIA", "NO_ANSWER", "OTHER"), 2);
    } else {
      sheet.notApplicable(Place.WHOLE, "B5_03");
    }
  }

  private static void custody(
      AnswerSheet sheet, Opinions opinions, List<TrueCell> cells, TrueRound round) {
    LocalDate date = round.referenceDate();
    long scraped = cells.stream().mapToLong(cell -> cell.scrapingAccountsOn(date)).sum();
    // Some credentials stay stored after the accounts moved to the API.
    sheet.reported(Place.WHOLE, "B6_01", scraped + scraped / 20);
    if (round.agentVersion() == 1) {
      opinions.multi(
          "B6_02", List.of("ENCRYPTION", "HSM", "TOKENIZATION", "ACCESS_CONTROL", "OTHER"), 3);
    } else {
      opinions.number("B6_03", scraped / 10);
    }
  }
}
