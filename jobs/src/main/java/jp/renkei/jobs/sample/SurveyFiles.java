package jp.renkei.jobs.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The folder surveys/: one long CSV or form per respondent and submission. Plants the silent
 * respondents and the conflicting cells; the faulty and special files of the last round come from
 * {@link SurveyFaults} and {@link FormFiles}.
 */
final class SurveyFiles {
  private final SampleTruth truth;
  private final LandingFolder landing;
  private final SampleStory story;
  private final Conflicts conflicts;

  SurveyFiles(SampleTruth truth, LandingFolder landing, SampleStory story) {
    this.truth = truth;
    this.landing = landing;
    this.story = story;
    conflicts = new Conflicts(truth.options().seed());
  }

  void write() {
    truth.rounds().forEach(this::round);
  }

  private void round(TrueRound round) {
    List<String> silent = new ArrayList<>();
    List<TrueIssuer> issuers = new ArrayList<>();
    for (TrueIssuer issuer : truth.issuersOn(round.referenceDate())) {
      if (isSilent(issuer.id(), issuer.number(), 24 - 4 * round.number(), round)) {
        silent.add(issuer.id());
      } else {
        issuers.add(issuer);
      }
    }
    List<TrueAgent> agents = new ArrayList<>();
    for (TrueAgent agent : truth.agents()) {
      if (isSilent(agent.id(), agent.number(), 12, round)) {
        silent.add(agent.id());
      } else {
        agents.add(agent);
      }
    }
    if (!silent.isEmpty()) {
      story.add(
          PlantedKind.NON_RESPONSE,
          RoundFiles.path(round),
          silent.size(),
          String.join(" ", silent));
    }
    agents(round, agents, issuers(round, issuers));
  }

  /** Writes the issuers' files; answers the ids of those whose submission is good. */
  private Set<String> issuers(TrueRound round, List<TrueIssuer> issuers) {
    SurveyFaults faults = new SurveyFaults(landing, story);
    FormFiles forms = new FormFiles(truth, landing, story);
    IssuerAnswers answers = new IssuerAnswers(truth);
    boolean last = round.equals(truth.lastRound());
    Set<String> accepted = new HashSet<>();
    for (int place = 0; place < issuers.size(); place++) {
      TrueIssuer issuer = issuers.get(place);
      AnswerSheet sheet = answers.of(issuer, round, submittedAt(issuer.id(), false, round));
      boolean good = !last || faults.writeOfLastRound(place, issuer, round, sheet);
      if (!last && place == 2) {
        forms.write(issuer, round, sheet);
      } else if (!last) {
        landing.text(path(round, issuer.id()), sheet.table().text());
      }
      if (good) {
        accepted.add(issuer.id());
      }
    }
    if (last) {
      faults.unknownRespondent(round, answers.of(issuers.get(0), round, onDay(round.dueDate())));
    }
    return accepted;
  }

  private void agents(TrueRound round, List<TrueAgent> agents, Set<String> acceptedIssuers) {
    AgentAnswers answers = new AgentAnswers(truth);
    boolean last = round.equals(truth.lastRound());
    FormFiles forms = new FormFiles(truth, landing, story);
    for (int place = 0; place < agents.size(); place++) {
      TrueAgent agent = agents.get(place);
      String path = path(round, agent.id());
      String submittedAt = submittedAt(agent.id(), agent.number() % 4 == 0, round);
      AnswerSheet sheet = answers.of(agent, round, submittedAt, conflicts);
      if (last && agent.equals(agents.get(0))) {
        SurveyFaults.addStrangeCounterparty(sheet, "ISS998");
        story.add(PlantedKind.UNKNOWN_COUNTERPARTY, path, 1, "ISS998");
      } else if (last && agent.equals(agents.get(1)) && Merger.happensIn(truth.options())) {
        String absorbed = truth.issuers().get(Merger.ABSORBED_NUMBER - 1).id();
        SurveyFaults.addStrangeCounterparty(sheet, absorbed);
        story.add(PlantedKind.UNKNOWN_COUNTERPARTY, path, 1, absorbed);
      }
      Optional<String> form = forms.write(place, last, agent, round, sheet);
      if (form.isEmpty()) {
        landing.text(path, sheet.table().text());
      }
      tellConflicts(agent, round, acceptedIssuers, form.orElse(path));
    }
  }

  private void tellConflicts(
      TrueAgent agent, TrueRound round, Set<String> acceptedIssuers, String path) {
    List<TrueCell> cells =
        truth.issuersOn(round.referenceDate()).stream()
            .filter(issuer -> acceptedIssuers.contains(issuer.id()))
            .flatMap(issuer -> truth.cellsOf(issuer, agent, round.referenceDate()).stream())
            .toList();
    tell(PlantedKind.CONFLICTING_STATUS, Conflicts.Kind.STATUS, cells, round, path);
    tell(PlantedKind.CONFLICTING_ACCOUNTS, Conflicts.Kind.ACCOUNTS, cells, round, path);
  }

  private void tell(
      PlantedKind kind,
      Conflicts.Kind conflict,
      List<TrueCell> cells,
      TrueRound round,
      String path) {
    List<TrueCell> found =
        cells.stream().filter(cell -> conflicts.of(cell, round) == conflict).toList();
    if (!found.isEmpty()) {
      String subject =
          found.stream()
              .map(cell -> cell.issuerId() + "/" + cell.segment())
              .collect(Collectors.joining(" "));
      story.add(kind, path, found.size(), subject);
    }
  }

  static String path(TrueRound round, String respondentId) {
    return "surveys/%s_%s.csv".formatted(round.id(), respondentId);
  }

  /** Ten in the morning, JST. */
  static String onDay(LocalDate date) {
    return date + "T10:00:00+09:00";
  }

  /** The first two of each side always answer, so that every world has something to count. */
  private boolean isSilent(String id, int number, int percent, TrueRound round) {
    return number > 2
        && Chance.of(truth.options().seed(), "silent", id, round.id()).happens(percent);
  }

  private String submittedAt(String id, boolean withoutOffset, TrueRound round) {
    Chance chance = Chance.of(truth.options().seed(), "submitted", id, round.id());
    LocalDate day = round.dueDate().minusDays(chance.between(3, 20));
    String time = "%sT%02d:%02d:00".formatted(day, chance.between(9, 17), chance.between(0, 59));
    return withoutOffset ? time : time + "+09:00";
  }
}
