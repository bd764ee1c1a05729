package jp.renkei.jobs.sample;

import java.time.LocalDate;
import java.util.List;
import jp.renkei.jobs.sample.AnswerSheet.Place;
import jp.renkei.jobs.sample.AnswerSheet.ValueState;

/**
 * The matrix B3_01★ .. B3_09★ of an agent. Scraping needs no contract, so B3_03 is reported
 * whatever the status; accounts through the API only where SIGNED.
 */
final class AgentCellAnswers {
  private static final List<String> OFTEN = List.of("DAILY", "DAILY", "DAILY", "WEEKLY");
  private static final List<String> SELDOM = List.of("WEEKLY", "FORTNIGHTLY", "MONTHLY");

  private final AnswerSheet sheet;
  private final Chance chance;

  AgentCellAnswers(AnswerSheet sheet, Chance chance) {
    this.sheet = sheet;
    this.chance = chance;
  }

  void one(TrueCell cell, TrueRound round, Conflicts.Kind conflict) {
    LocalDate date = round.referenceDate();
    Place place = Place.cell(cell.segment(), cell.issuerId());
    TrueCell.Status status =
        conflict == Conflicts.Kind.STATUS ? TrueCell.Status.NEGOTIATING : cell.statusOn(date);
    sheet.reported(place, "B3_01", status.name());
    long scraping = cell.scrapingAccountsOn(date);
    if (status == TrueCell.Status.SIGNED) {
      long truly = cell.apiAccountsOn(date);
      long api = conflict == Conflicts.Kind.ACCOUNTS ? truly * 2 : truly;
      sheet.reported(place, "B3_02", api);
    } else {
      sheet.notApplicable(place, "B3_02");
    }
    // An agent that leaves its scraping blank keeps the cell out of the scraping share.
    boolean blank = chance.happens(2);
    if (blank) {
      sheet.without(place, "B3_03", ValueState.NOT_ANSWERED);
    } else {
      sheet.reported(place, "B3_03", scraping);
    }
    if (status == TrueCell.Status.SIGNED && cell.isConnectedOn(date)) {
      connected(place, cell, date, blank);
    } else {
      sheet.notApplicable(place, "B3_04", "B3_05", "B3_06", "B3_07", "B3_08");
      if (status == TrueCell.Status.SIGNED) {
        sheet.reported(place, "B3_09", "NOT_STARTED");
      } else {
        sheet.notApplicable(place, "B3_09");
      }
    }
  }

  private void connected(Place place, TrueCell cell, LocalDate date, boolean scrapingBlank) {
    sheet.reported(place, "B3_04", cell.connectedOn());
    // Some contracts lowered the refresh below what scraping gave.
    boolean lowered = chance.happens(25);
    sheet.reported(place, "B3_05", chance.happens(5) ? "ON_DEMAND" : pick(lowered));
    sheet.reported(place, "B3_06", chance.pick(OFTEN));
    int missing = chance.between(1, 4);
    int size = MessageItems.ALL.size();
    sheet.reported(
        place, "B3_07", String.join("|", MessageItems.ALL.subList(size - missing, size)));
    if (scrapingBlank) {
      sheet.without(place, "B3_08", ValueState.NOT_ANSWERED);
    } else {
      sheet.reported(place, "B3_08", cell.bothAccountsOn(date));
    }
    sheet.reported(
        place,
        "B3_09",
        cell.scrapingAccountsOn(date) * 20 > cell.apiAccountsOn(date) ? "PARALLEL" : "DONE");
  }

  private String pick(boolean lowered) {
    return chance.pick(lowered ? SELDOM : OFTEN);
  }
}
