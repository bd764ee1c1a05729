package jp.renkei.surveys.workbook;

import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Messages;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;

/** Why a file is not read as a workbook: a data problem, which its sender can mend. */
final class Refusal extends Exception {
  private static final Messages MESSAGES = Messages.load(Refusal.class, "workbook");
  private final transient Place place;
  private final Reason reason;
  private final transient BilingualText found;
  private final String expected;
  private final String remedy;

  private Refusal(Place place, Reason reason, BilingualText found, String expected, String remedy) {
    super(found.en());
    this.place = place;
    this.reason = reason;
    this.found = found;
    this.expected = expected;
    this.remedy = remedy;
  }

  static BilingualText text(String key, Object... arguments) {
    return MESSAGES.text(key, arguments);
  }

  /** Says what was found; expected and remedy go with the reason. */
  static Refusal of(Reason reason, String found, Object... arguments) {
    return new Refusal(
        Place.WHOLE_FILE, reason, text(found, arguments), "expected." + reason, "remedy." + reason);
  }

  Refusal at(Place newPlace) {
    return new Refusal(newPlace, reason, found, expected, remedy);
  }

  Refusal at(String sheet) {
    return at(Place.cell(sheet, ""));
  }

  /** Another remedy than the reason's own. */
  Refusal remedy(String key) {
    return new Refusal(place, reason, found, expected, key);
  }

  Problem of(String file) {
    return Problem.error(file, place, reason, found, text(expected), text(remedy));
  }
}
