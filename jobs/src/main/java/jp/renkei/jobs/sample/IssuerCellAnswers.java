package jp.renkei.jobs.sample;

import java.time.LocalDate;
import jp.renkei.jobs.sample.AnswerSheet.Place;

/** The matrix A9_01★, A9_02★, A9_03★, A9_05★ of an issuer: one row of it per segment and agent. */
final class IssuerCellAnswers {
  /** Within the tolerance of the reconciliation, which is ten per cent. */
  private static final int NOISE_PERCENT = 3;

  private final AnswerSheet sheet;
  private final Chance chance;

  IssuerCellAnswers(AnswerSheet sheet, Chance chance) {
    this.sheet = sheet;
    this.chance = chance;
  }

  void all(SampleTruth truth, TrueIssuer issuer, TrueRound round) {
    truth.cellsOf(issuer, round.referenceDate()).forEach(cell -> one(cell, round.referenceDate()));
  }

  private void one(TrueCell cell, LocalDate date) {
    Place place = Place.cell(cell.segment(), cell.agentId());
    TrueCell.Status status = cell.statusOn(date);
    sheet.reported(place, "A9_01", status.name());
    if (cell.isConnectedOn(date)) {
      sheet.reported(place, "A9_02", cell.connectedOn());
    } else {
      sheet.notApplicable(place, "A9_02");
    }
    if (status == TrueCell.Status.SIGNED) {
      sheet.reported(place, "A9_03", chance.about(cell.apiAccountsOn(date), NOISE_PERCENT));
    } else {
      sheet.notApplicable(place, "A9_03");
    }
    if (status == TrueCell.Status.NONE) {
      sheet.notApplicable(place, "A9_05");
    } else {
      sheet.reported(place, "A9_05", cell.requestedOn());
    }
  }
}
