package jp.renkei.surveys;

import static jp.renkei.surveys.Complaints.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import jp.renkei.surveys.AnswerRow.Notation;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.Problem.Severity;
import jp.renkei.surveys.Question.Format;
import jp.renkei.warehouse.privacy.CardNumbers;

/** Reads the text of one value by the type of its question. */
final class AnswerValue {
  static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
  private static final int LONGEST_TEXT = 4_000;

  private AnswerValue() {}

  /** A canonical value, or why there is none. */
  sealed interface Reading {}

  /**
   * @param remark what to tell the sender; empty where the value was written as it is kept
   */
  record Read(String value, Optional<Remark> remark) implements Reading {
    static Read plain(String value) {
      return new Read(value, Optional.empty());
    }

    /** Written in another form; {@code shown} tells the sender what it was taken for. */
    static Read as(String value, String shown) {
      return as(value, new BilingualText(shown, shown));
    }

    static Read as(String value, BilingualText expected) {
      return new Read(
          value, Optional.of(new Remark(Severity.NOTICE, expected, text("remedy.read_as"))));
    }
  }

  record Remark(Severity severity, BilingualText expected, BilingualText remedy) {}

  record Refused(Reason reason, BilingualText expected, BilingualText remedy) implements Reading {
    static Refused wrongType(BilingualText expected, BilingualText remedy) {
      return new Refused(Reason.WRONG_TYPE, expected, remedy);
    }
  }

  static Reading of(Question question, String raw, Notation notation) {
    Reading reading =
        switch (question.type()) {
          case INTEGER -> NumberAnswer.whole(question, raw, notation);
          case DECIMAL -> NumberAnswer.decimal(question, raw, notation);
          case DATE -> DateAnswer.of(raw, notation);
          case TEXT -> plain(question, raw);
          case URL -> url(raw);
          case YES_NO -> ChoiceAnswer.yesNo(question, raw, notation);
          case CHOICE -> ChoiceAnswer.choice(question, raw, notation);
          case MULTI -> ChoiceAnswer.multi(question, raw, notation);
        };
    // What is rightly typed is no text; whatever else stands there may hold a card number.
    boolean isText =
        reading instanceof Refused
            || question.type() == Question.Type.URL
            || (question.type() == Question.Type.TEXT && question.format() == Format.FREE);
    return isText && CardNumbers.found(raw) ? cardNumber() : reading;
  }

  static Refused cardNumber() {
    return new Refused(
        Reason.CARD_NUMBER_FOUND, text("expected.no_card_number"), text("remedy.card_number"));
  }

  /** Why a text cannot be kept, whatever question it answers. */
  static Optional<Refused> textFault(String raw) {
    if (raw.length() > LONGEST_TEXT) {
      return Optional.of(
          new Refused(
              Reason.TOO_LARGE,
              text("expected.text_length", LONGEST_TEXT),
              text("remedy.shorten")));
    }
    OptionalInt control = PlainText.firstUnwritable(raw);
    if (control.isPresent()) {
      String name = "U+%04X".formatted((int) raw.charAt(control.getAsInt()));
      return Optional.of(
          Refused.wrongType(
              text("expected.no_control", name),
              text("remedy.control", name, control.getAsInt() + 1)));
    }
    return Optional.empty();
  }

  private static Reading plain(Question question, String raw) {
    if (question.format() == Format.CORPORATE_NUMBER) {
      return corporateNumber(raw);
    }
    return textFault(raw)
        .map(fault -> (Reading) fault)
        .orElseGet(() -> Read.plain(raw.replace("\r\n", "\n").replace('\r', '\n')));
  }

  private static Reading corporateNumber(String raw) {
    String digits = PlainText.of(raw).replaceAll("[\\s-]", "");
    return CorporateNumber.fault(digits)
        .map(fault -> (Reading) new Refused(fault.reason(), fault.expected(), fault.remedy()))
        .orElseGet(() -> digits.equals(raw) ? Read.plain(digits) : Read.as(digits, digits));
  }

  private static Reading url(String raw) {
    Optional<Refused> fault = textFault(raw);
    if (fault.isPresent()) {
      return fault.get();
    }
    try {
      var uri = new URI(raw);
      boolean isWeb =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (isWeb && uri.getHost() != null) {
        return Read.plain(raw);
      }
    } catch (URISyntaxException e) {
      // Told to the sender below, like any other text that is no address.
    }
    return Refused.wrongType(text("expected.url"), text("remedy.url"));
  }
}
