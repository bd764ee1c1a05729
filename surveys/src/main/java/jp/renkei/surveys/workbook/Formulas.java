package jp.renkei.surveys.workbook;

import java.util.regex.Pattern;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem.Reason;

/** Formulas are never worked out; those that would fetch from elsewhere are refused. */
final class Formulas {
  private static final Pattern OUTER_SOURCE =
      Pattern.compile(
          "(?i)\\b(WEBSERVICE|RTD|CALL|REGISTER\\.ID|IMAGE|STOCKHISTORY)\\s*\\(|\\w\\|'");

  private Formulas() {}

  static void refuseOuterSources(CharSequence formula, String sheet) throws Refusal {
    if (OUTER_SOURCE.matcher(formula).find()) {
      throw Refusal.of(Reason.EXTERNAL_CONTENT, "found.external.formula").at(Place.cell(sheet, ""));
    }
  }
}
