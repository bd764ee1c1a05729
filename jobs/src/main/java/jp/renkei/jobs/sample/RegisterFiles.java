package jp.renkei.jobs.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * The folder register/: seven CSV files. Plants the merger, a change of name (two rows of one
 * issuer) and a frame row without cards.
 */
final class RegisterFiles {
  private static final String LONG_AGO = "2010-04-01";
  private static final int NUMBER_WITH_NEW_NAME = 7;
  private static final LocalDate NEW_NAME_FROM = LocalDate.of(2025, 7, 1);

  private final SampleTruth truth;
  private final LandingFolder landing;
  private final SampleStory story;

  RegisterFiles(SampleTruth truth, LandingFolder landing, SampleStory story) {
    this.truth = truth;
    this.landing = landing;
    this.story = story;
  }

  void write() {
    landing.text("register/issuers.csv", issuers().text());
    landing.text("register/agents.csv", agents().text());
    landing.text("register/product_lines.csv", productLines().text());
    landing.text("register/population_frames.csv", populationFrames().text());
    landing.text("register/client_aliases.csv", clientAliases().text());
    landing.text("register/agent_networks.csv", agentNetworks().text());
    landing.text("register/successions.csv", successions().text());
  }

  private CsvTable issuers() {
    CsvTable table =
        new CsvTable(
            "issuer_id",
            "corporate_number",
            "name_ja",
            "name_en",
            "registration_no",
            "association_member",
            "publication_consent",
            "cards_issued",
            "valid_from",
            "valid_to");
    for (TrueIssuer issuer : truth.issuers()) {
      if (issuer.number() == NUMBER_WITH_NEW_NAME) {
        LocalDate lastDay = NEW_NAME_FROM.minusDays(1);
        issuer(table, issuer, "旧" + issuer.nameJa(), LONG_AGO, lastDay.toString());
        issuer(table, issuer, issuer.nameJa(), NEW_NAME_FROM.toString(), open(issuer.validTo()));
        story.add(PlantedKind.CHANGED_NAME, "register/issuers.csv", 1, issuer.id());
      } else {
        issuer(table, issuer, issuer.nameJa(), LONG_AGO, open(issuer.validTo()));
      }
    }
    return table;
  }

  private static void issuer(
      CsvTable table, TrueIssuer issuer, String nameJa, String validFrom, String validTo) {
    table.add(
        issuer.id(),
        issuer.corporateNumber(),
        nameJa,
        issuer.nameEn(),
        "架空包括第%03d号".formatted(issuer.number()),
        yesNo(issuer.associationMember()),
        consent(issuer.consentsToName()),
        Long.toString(issuer.cards()),
        validFrom,
        validTo);
  }

  private CsvTable agents() {
    CsvTable table =
        new CsvTable(
            "agent_id",
            "corporate_number",
            "name_ja",
            "name_en",
            "agent_registration_no",
            "association_member",
            "publication_consent",
            "valid_from",
            "valid_to");
    for (TrueAgent agent : truth.agents()) {
      table.add(
          agent.id(),
          agent.corporateNumber(),
          agent.nameJa(),
          agent.nameEn(),
          agent.registrationNo(),
          yesNo(agent.associationMember()),
          consent(agent.consentsToName()),
          "2018-06-01",
          "");
    }
    return table;
  }

  private CsvTable productLines() {
    CsvTable table =
        new CsvTable(
            "product_line_id",
            "issuer_id",
            "name_ja",
            "segment",
            "processor_id",
            "valid_from",
            "valid_to");
    for (TrueIssuer issuer : truth.issuers()) {
      for (TrueLine line : issuer.lines()) {
        table.add(
            line.id(),
            issuer.id(),
            line.nameJa(),
            line.segment().name(),
            line.processorId(),
            line.validFrom().toString(),
            open(line.validTo()));
      }
    }
    return table;
  }

  private CsvTable populationFrames() {
    CsvTable table = new CsvTable("frame_id", "as_of", "basis", "issuer_id", "cards_issued");
    List<TrueIssuer> before = truth.issuersOn(Merger.EFFECTIVE_ON.minusDays(1));
    List<TrueIssuer> after = truth.issuersOn(Merger.EFFECTIVE_ON);
    before.forEach(issuer -> frame(table, "FRAME1", "2025-03-31", issuer, issuer.cards()));
    if (Merger.happensIn(truth.options())) {
      long absorbed = truth.issuers().get(Merger.ABSORBED_NUMBER - 1).cards();
      for (TrueIssuer issuer : after) {
        boolean absorbs = issuer.number() == Merger.ABSORBING_NUMBER;
        long cards = issuer.cards() + (absorbs ? absorbed : 0);
        frame(table, "FRAME2", Merger.EFFECTIVE_ON.toString(), issuer, cards);
      }
    }
    return table;
  }

  private void frame(CsvTable table, String frameId, String asOf, TrueIssuer issuer, long cards) {
    // The last issuer of a world that is not tiny; a weight that is missing must show.
    boolean blank = truth.issuers().size() >= 8 && issuer.number() == truth.issuers().size();
    table.add(frameId, asOf, "架空データの登録簿", issuer.id(), blank ? "" : Long.toString(cards));
    if (blank) {
      String path = "register/population_frames.csv";
      story.add(PlantedKind.BLANK_CARDS_ISSUED, path, 1, frameId + " " + issuer.id());
    }
  }

  private CsvTable clientAliases() {
    CsvTable table =
        new CsvTable("issuer_id", "client_id_raw", "agent_id", "valid_from", "valid_to");
    ClientIds clients = new ClientIds(truth.options().seed());
    for (TrueIssuer issuer : truth.issuers()) {
      truth.cellsOf(issuer, SampleTruth.LAST_MONTH.atEndOfMonth()).stream()
          .filter(cell -> cell.outcome() == TrueCell.Outcome.CONNECTED)
          .filter(cell -> !ClientIds.isForgotten(cell))
          .flatMap(cell -> clients.of(cell).stream().map(id -> row(cell, id)))
          // An agent has one client at an issuer, whichever segments it serves.
          .distinct()
          .forEach(row -> table.add(row.toArray(String[]::new)));
    }
    return table;
  }

  private static List<String> row(TrueCell cell, ClientIds.ClientId id) {
    return List.of(
        cell.issuerId(), id.raw(), cell.agentId(), id.validFrom().toString(), open(id.validTo()));
  }

  private CsvTable agentNetworks() {
    CsvTable table = new CsvTable("agent_id", "cidr", "valid_from", "valid_to");
    for (TrueAgent agent : truth.agents()) {
      agent.networks().forEach(network -> table.add(agent.id(), network, "2018-06-01", ""));
    }
    return table;
  }

  private CsvTable successions() {
    CsvTable table = new CsvTable("old_id", "new_id", "kind", "effective_on");
    if (Merger.happensIn(truth.options())) {
      String old = truth.issuers().get(Merger.ABSORBED_NUMBER - 1).id();
      String absorbing = truth.issuers().get(Merger.ABSORBING_NUMBER - 1).id();
      table.add(old, absorbing, "MERGER", Merger.EFFECTIVE_ON.toString());
      story.add(PlantedKind.MERGER, "register/successions.csv", 1, old + " " + absorbing);
    }
    return table;
  }

  private static String open(LocalDate date) {
    return date.equals(SampleTruth.NEVER) ? "" : date.toString();
  }

  private static String yesNo(boolean yes) {
    return yes ? "yes" : "no";
  }

  private static String consent(boolean named) {
    return named ? "NAMED" : "AGGREGATE_ONLY";
  }
}
