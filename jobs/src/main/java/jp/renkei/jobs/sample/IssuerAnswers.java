package jp.renkei.jobs.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.renkei.jobs.sample.AnswerSheet.Place;
import jp.renkei.jobs.sample.AnswerSheet.ValueState;

/**
 * What an issuer answers to issuer_survey in a round: the truth with a little noise. Every answer
 * passes the checks across questions; shares are 0..1 as in the store.
 */
final class IssuerAnswers {
  private static final List<String> STANDARD_VALUES =
      List.of("REST over HTTPS", "JSON", "OAuth 2.0", "semantic versioning");

  private final SampleTruth truth;

  IssuerAnswers(SampleTruth truth) {
    this.truth = truth;
  }

  AnswerSheet of(TrueIssuer issuer, TrueRound round, String submittedAt) {
    AnswerSheet sheet = new AnswerSheet(round, "issuer_survey", issuer.id(), submittedAt);
    Chance chance = Chance.of(truth.options().seed(), "answers", issuer.id(), round.id());
    Opinions opinions = new Opinions(sheet, chance);
    respondent(sheet, opinions, issuer, round, chance);
    issuer
        .linesOn(round.referenceDate())
        .forEach(line -> line(sheet, opinions, line, round, chance));
    policy(sheet, opinions, issuer, round, chance);
    new IssuerCellAnswers(sheet, chance).all(truth, issuer, round);
    operation(sheet, opinions, issuer, round, chance);
    views(opinions, issuer.path() != AdoptionPath.REFUSING);
    return sheet;
  }

  private static void respondent(
      AnswerSheet sheet, Opinions opinions, TrueIssuer issuer, TrueRound round, Chance chance) {
    long members = issuer.cards() * 85 / 100;
    sheet.reported(Place.WHOLE, "A0_01", issuer.corporateNumber());
    sheet.reported(Place.WHOLE, "A0_02", issuer.consentsToName() ? "NAMED" : "AGGREGATE_ONLY");
    sheet.reported(Place.WHOLE, "A0_03", "架空 担当" + issuer.number());
    opinions.number("A1_02", members);
    opinions.number("A1_03", members * (55 + 3 * round.number()) / 100);
    opinions.number("A1_04", chance.about(issuer.cards() / 4, 10));
  }

  private static void line(
      AnswerSheet sheet, Opinions opinions, TrueLine line, TrueRound round, Chance chance) {
    Place place = Place.line(line);
    sheet.reported(place, "A1_01", chance.about(line.cards() * (98 + round.number()) / 100, 1));
    // Some that study do not say; the issuer's adoption is then unknown, not 'no'.
    boolean silent = line.path() == AdoptionPath.STUDYING && chance.happens(10);
    if (silent) {
      sheet.without(place, "A2_01", ValueState.NOT_ANSWERED);
      sheet.notApplicable(place, "A2_02", "A2_03", "A2_04", "A4_01", "A5_01", "A5_02");
      return;
    }
    AdoptionPath.Status status = line.path().at(round);
    sheet.reported(place, "A2_01", status.name());
    boolean live = status == AdoptionPath.Status.LIVE;
    if (live) {
      sheet.reported(place, "A2_02", line.liveOn());
    } else {
      sheet.notApplicable(place, "A2_02");
    }
    if (status == AdoptionPath.Status.PLANNED) {
      sheet.reported(place, "A2_03", line.plannedOn(round));
    } else {
      sheet.notApplicable(place, "A2_03");
    }
    if (status == AdoptionPath.Status.NOT_PLANNED) {
      List<String> reasons =
          List.of("COST", "DEMAND", "SECURITY", "VENDOR", "SPECIFICATION", "OTHER");
      opinions.multi(place, "A2_04", reasons, 3);
    } else {
      sheet.notApplicable(place, "A2_04");
    }
    if (live) {
      int types = chance.between(2, 6);
      int items = chance.between(8, MessageItems.ALL.size());
      sheet.reported(place, "A4_01", String.join("|", MessageItems.API_TYPES.subList(0, types)));
      sheet.reported(place, "A5_01", String.join("|", MessageItems.ALL.subList(0, items)));
      sheet.reported(place, "A5_02", chance.pick(List.of(3, 6, 12, 15, 24)));
    } else {
      sheet.notApplicable(place, "A4_01", "A5_01", "A5_02");
    }
  }

  private static void policy(
      AnswerSheet sheet, Opinions opinions, TrueIssuer issuer, TrueRound round, Chance chance) {
    boolean refuses = issuer.path() == AdoptionPath.REFUSING;
    boolean published = !refuses && (issuer.number() + round.number()) % 5 != 0;
    sheet.reported(Place.WHOLE, "A3_01", published ? "YES" : "NO");
    if (published) {
      String address = "https://issuer%03d.example/policy".formatted(issuer.number());
      sheet.reported(Place.WHOLE, "A3_02", address);
    } else {
      sheet.notApplicable(Place.WHOLE, "A3_02");
    }
    opinions.yesNo("A3_03", published ? 70 : 10);
    // Refusing issuers with an odd number have said so in public.
    sheet.reported(Place.WHOLE, "A3_04", refuses && issuer.number() % 2 == 1 ? "YES" : "NO");
    if (!issuer.hasLiveLine(round)) {
      for (int heading = 1; heading <= 4; heading++) {
        sheet.notApplicable(Place.WHOLE, "A6_0" + heading, "A6_0" + heading + "V");
      }
      sheet.notApplicable(Place.WHOLE, "A7_01", "A7_02", "A7_03", "A7_04", "A7_05");
      return;
    }
    for (int heading = 1; heading <= 4; heading++) {
      boolean conforms = chance.happens(70);
      String question = "A6_0" + heading;
      sheet.reported(
          Place.WHOLE, question, conforms ? "CONFORMS" : chance.pick(List.of("PARTLY", "NOT")));
      sheet.reported(
          Place.WHOLE, question + "V", conforms ? STANDARD_VALUES.get(heading - 1) : "独自方式");
    }
    opinions.choice("A7_01", List.of("OAUTH2", "OAUTH2", "OAUTH2_OIDC", "FAPI", "PROPRIETARY"));
    opinions.number("A7_02", chance.pick(List.of(30, 90, 180, 365)));
    opinions.choice("A7_03", List.of("PJ_CARD", "FISC", "OWN", "NONE"));
    opinions.yesNo("A7_04", 90);
    opinions.yesNo("A7_05", 75);
  }

  private void operation(
      AnswerSheet sheet, Opinions opinions, TrueIssuer issuer, TrueRound round, Chance chance) {
    LocalDate date = round.referenceDate();
    List<TrueCell> cells = truth.cellsOf(issuer, date);
    long requests =
        cells.stream()
            .map(TrueCell::requestedOn)
            .filter(on -> !on.isBefore(round.fiscalYearStart()) && !on.isAfter(date))
            .count();
    // Not below the requests that the cells date into the year.
    sheet.reported(Place.WHOLE, "A8_01", requests + chance.between(0, 2));
    if (issuer.hasLiveLine(round)) {
      long accounts = cells.stream().mapToLong(cell -> cell.apiAccountsOn(date)).sum();
      opinions.choice("A9_04", List.of("FULL", "PARTIAL", "OWN"));
      opinions.number("A10_01", chance.about(accounts * 25, 10));
      sheet.reported(Place.WHOLE, "A10_02", "0.99" + chance.between(10, 99));
      opinions.number("A10_03", 30 * chance.between(0, 12));
      sheet.reported(Place.WHOLE, "A10_04", chance.pick(List.of("INCLUDED", "EXCLUDED")));
    } else {
      sheet.notApplicable(Place.WHOLE, "A9_04", "A10_01", "A10_02", "A10_03", "A10_04");
    }
    opinions.yesNo("A11_01", 60);
    boolean stops = !issuer.scrapingStopOn().equals(SampleTruth.NEVER);
    sheet.reported(
        Place.WHOLE, "A11_02", stops ? "LIMIT" : chance.pick(List.of("ALLOW", "UNKNOWN", "LIMIT")));
    if (stops && ChronoUnit.MONTHS.between(date, issuer.scrapingStopOn()) <= 12) {
      sheet.reported(Place.WHOLE, "A11_03", issuer.scrapingStopOn());
    } else {
      sheet.without(Place.WHOLE, "A11_03", ValueState.NOT_ANSWERED);
    }
  }

  private static void views(Opinions opinions, boolean favourable) {
    opinions.choice("A12_01", Opinions.COST_BANDS);
    opinions.choice("A12_02", Opinions.COST_BANDS);
    opinions.choice("A12_03", List.of("FREE", "FLAT", "PER_CALL", "PER_USER"));
    opinions.choice("A12_04", Opinions.COST_BEARERS);
    opinions.multi("A13_01", List.of("LOAD", "INQUIRIES", "FRAUD", "CONVENIENCE", "OTHER"), 3);
    opinions.multi(
        "A13_02", List.of("COST", "LIABILITY", "PRIVACY", "COMPETITION", "OPERATION", "OTHER"), 3);
    opinions.multi("A14_01", Opinions.ISSUES, 3);
    opinions.measures(
        List.of("A15_01", "A15_02", "A15_03", "A15_04", "A15_05", "A15_06"), favourable);
    opinions.incidents("A16_01");
  }
}
