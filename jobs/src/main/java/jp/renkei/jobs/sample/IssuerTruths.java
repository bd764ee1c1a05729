package jp.renkei.jobs.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes the true card companies of a world. */
final class IssuerTruths {
  private static final LocalDate LONG_AGO = LocalDate.of(2010, 4, 1);

  private final SampleOptions options;

  IssuerTruths(SampleOptions options) {
    this.options = options;
  }

  List<TrueIssuer> all() {
    List<TrueIssuer> issuers = new ArrayList<>();
    for (int number = 1; number <= options.issuers(); number++) {
      issuers.add(issuer(number));
    }
    return issuers;
  }

  private TrueIssuer issuer(int number) {
    String id = "ISS%03d".formatted(number);
    Chance chance = Chance.of(options.seed(), "issuer", id);
    AdoptionPath path = AdoptionPath.ofIssuer(number);
    long cards = cards(number, chance);
    LocalDate validTo = isAbsorbed(number) ? Merger.EFFECTIVE_ON.minusDays(1) : SampleTruth.NEVER;
    return new TrueIssuer(
        id,
        number,
        CorporateNumbers.at(number),
        SampleNames.issuerJa(number),
        SampleNames.issuerEn(number),
        chance.happens(80),
        number % 6 != 0,
        cards,
        path,
        scrapingStopOn(number, path, chance),
        validTo,
        lines(id, number, path, cards, validTo, chance));
  }

  private boolean isAbsorbed(int number) {
    return Merger.happensIn(options) && number == Merger.ABSORBED_NUMBER;
  }

  private List<TrueLine> lines(
      String id, int number, AdoptionPath path, long cards, LocalDate validTo, Chance chance) {
    String name = SampleNames.issuerJa(number);
    String processor = "PRC%02d".formatted(1 + number % 4);
    List<TrueLine> lines = new ArrayList<>();
    lines.add(
        new TrueLine(
            id + "-L1",
            name + " 個人",
            Segment.INDIVIDUAL,
            processor,
            path,
            cards * 80 / 100,
            path.liveOn(chance),
            LONG_AGO,
            validTo));
    if (number % 5 < 3) {
      AdoptionPath corporate = path.ofCorporateLine();
      lines.add(
          new TrueLine(
              id + "-L2",
              name + " 法人",
              Segment.CORPORATE,
              processor,
              corporate,
              cards * 12 / 100,
              corporate.liveOn(chance),
              LONG_AGO,
              validTo));
    }
    if (number % 7 == 4) {
      AdoptionPath tieUp = path == AdoptionPath.EARLY ? AdoptionPath.GIVEN_UP : path;
      lines.add(
          new TrueLine(
              id + "-L3",
              name + " 提携",
              Segment.INDIVIDUAL,
              processor,
              tieUp,
              cards * 8 / 100,
              tieUp.liveOn(chance),
              LONG_AGO,
              validTo));
    }
    if (Merger.happensIn(options) && number == Merger.ABSORBING_NUMBER) {
      lines.add(
          new TrueLine(
              id + "-L9",
              "旧" + SampleNames.issuerJa(Merger.ABSORBED_NUMBER) + " 個人",
              Segment.INDIVIDUAL,
              processor,
              AdoptionPath.PLANNING,
              cards * 3 / 100,
              SampleTruth.NEVER,
              Merger.EFFECTIVE_ON,
              SampleTruth.NEVER));
    }
    return lines;
  }

  /** Of ten issuers one is above ten million cards, three to that, four to a million, two small. */
  private static long cards(int number, Chance chance) {
    return switch (number % 10) {
      case 1 -> 1_000L * chance.between(12_000, 30_000);
      case 2, 4, 8 -> 1_000L * chance.between(1_200, 9_000);
      case 6, 9 -> 1_000L * chance.between(12, 95);
      default -> 1_000L * chance.between(120, 950);
    };
  }

  private static LocalDate scrapingStopOn(int number, AdoptionPath path, Chance chance) {
    if (path != AdoptionPath.EARLY) {
      return SampleTruth.NEVER;
    }
    return number % 4 == 0
        ? LocalDate.of(2025, 12, 31)
        : chance.happens(60) ? LocalDate.of(2026, 9, 30) : SampleTruth.NEVER;
  }
}
