package jp.renkei.surveys;

import static jp.renkei.surveys.Complaints.text;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.Question.Format;
import jp.renkei.warehouse.privacy.CardNumbers;

/** Reads the text of one value by the type of its question. */
final class AnswerValue {
  static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
  private static final int LONGEST_TYPED = 40;
  private static final int LONGEST_TEXT = 4_000;
  private static final Pattern WHOLE = Pattern.compile("-?(\\d{1,3}(,\\d{3})+|\\d+)");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

  private AnswerValue() {}

  /** A canonical value, or why there is none. */
  sealed interface Reading {}

  record Read(String value) implements Reading {}

  record Refused(Reason reason, BilingualText expected, BilingualText remedy) implements Reading {}

  static Reading of(Question question, String raw) {
    Reading reading =
        switch (question.type()) {
          case INTEGER -> whole(question, typed(raw));
          case DECIMAL -> decimal(question, typed(raw));
          case DATE -> date(typed(raw));
          case TEXT -> plain(question, raw);
          case URL -> url(raw);
          case YES_NO -> yesNo(raw);
          case CHOICE -> choice(question, raw);
          case MULTI -> multi(question, raw);
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

  /** Full-width digits and signs count as their ASCII ones, since many people type them so. */
  private static String typed(String raw) {
    return raw.length() > LONGEST_TYPED ? raw : Normalizer.normalize(raw, Normalizer.Form.NFKC);
  }

  private static Reading whole(Question question, String raw) {
    if (raw.length() > LONGEST_TYPED || !WHOLE.matcher(raw).matches()) {
      return new Refused(Reason.WRONG_TYPE, text("expected.whole"), text("remedy.whole"));
    }
    return inRange(question, new BigDecimal(raw.replace(",", "")));
  }

  private static Reading decimal(Question question, String raw) {
    if (raw.length() > LONGEST_TYPED || !DECIMAL.matcher(raw).matches()) {
      return new Refused(Reason.WRONG_TYPE, text("expected.decimal"), text("remedy.decimal"));
    }
    return inRange(question, new BigDecimal(raw));
  }

  private static Reading inRange(Question question, BigDecimal value) {
    long lowest = question.range().lowest();
    long highest = question.range().highest();
    boolean isInside =
        value.compareTo(BigDecimal.valueOf(lowest)) >= 0
            && value.compareTo(BigDecimal.valueOf(highest)) <= 0;
    if (!isInside) {
      return new Refused(
          Reason.OUT_OF_RANGE, text("expected.range", lowest, highest), text("remedy.range"));
    }
    BigDecimal canonical = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return new Read(canonical.toPlainString());
  }

  private static Reading date(String raw) {
    LocalDate date;
    try {
      date = LocalDate.parse(raw);
    } catch (DateTimeException e) {
      return new Refused(Reason.WRONG_TYPE, text("expected.date"), text("remedy.date"));
    }
    if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
      return new Refused(
          Reason.DATE_OUT_OF_RANGE,
          text("expected.date_range", EARLIEST, LATEST),
          text("remedy.date_range"));
    }
    return new Read(date.toString());
  }

  private static Reading plain(Question question, String raw) {
    if (question.format() == Format.CORPORATE_NUMBER) {
      return corporateNumber(typed(raw));
    }
    if (raw.length() > LONGEST_TEXT) {
      return tooLong();
    }
    return new Read(raw.replace("\r\n", "\n").replace('\r', '\n'));
  }

  private static Reading corporateNumber(String raw) {
    return CorporateNumber.fault(raw)
        .map(fault -> (Reading) new Refused(fault.reason(), fault.expected(), fault.remedy()))
        .orElseGet(() -> new Read(raw));
  }

  private static Reading url(String raw) {
    if (raw.length() > LONGEST_TEXT) {
      return tooLong();
    }
    try {
      var uri = new URI(raw);
      boolean isWeb =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (isWeb && uri.getHost() != null) {
        return new Read(raw);
      }
    } catch (URISyntaxException e) {
      // Told to the sender below, like any other text that is no address.
    }
    return new Refused(Reason.WRONG_TYPE, text("expected.url"), text("remedy.url"));
  }

  static Refused tooLong() {
    return new Refused(
        Reason.TOO_LARGE, text("expected.text_length", LONGEST_TEXT), text("remedy.shorten"));
  }

  static boolean isTooLong(String raw) {
    return raw.length() > LONGEST_TEXT;
  }

  private static Reading yesNo(String raw) {
    return raw.equals("YES") || raw.equals("NO") ? new Read(raw) : unknownCode("YES, NO");
  }

  private static Reading choice(Question question, String raw) {
    return question.option(raw).isPresent()
        ? new Read(raw)
        : unknownCode(String.join(", ", question.codes()));
  }

  private static Reading multi(Question question, String raw) {
    var chosen = new TreeSet<String>();
    for (String part : raw.split("\\|", -1)) {
      String code = part.strip();
      if (question.option(code).isEmpty()) {
        return unknownCode(String.join(", ", question.codes()));
      }
      chosen.add(code);
    }
    if (question.maxChoices() > 0 && chosen.size() > question.maxChoices()) {
      return new Refused(
          Reason.TOO_MANY_CHOICES,
          text("expected.max_choices", question.maxChoices()),
          text("remedy.max_choices"));
    }
    return new Read(String.join("|", chosen));
  }

  private static Refused unknownCode(String known) {
    return new Refused(Reason.UNKNOWN_CODE, text("expected.one_of", known), text("remedy.one_of"));
  }
}
