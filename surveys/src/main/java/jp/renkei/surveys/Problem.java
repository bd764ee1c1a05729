package jp.renkei.surveys;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;
import jp.renkei.warehouse.privacy.CardNumbers;

/**
 * One thing that is wrong with a submission, for its sender to mend: file, place, what was found,
 * what was expected, what to do. What was found is kept with card numbers masked, numbers of more
 * than thirty digits shortened, and cut to 200 characters. An error refuses the unit, a warning
 * does not.
 *
 * @param found the offending text, or what was found in its place, in Japanese; empty where nothing
 *     was found
 * @param foundInEnglish the same text, or the same in English
 */
public record Problem(
    String file,
    Place place,
    Reason reason,
    String found,
    String foundInEnglish,
    BilingualText expected,
    BilingualText remedy,
    Severity severity)
    implements Serializable {
  private static final int LONGEST_FOUND = 200;
  private static final Pattern LONG_NUMBER = Pattern.compile("(\\d{15})\\d{16,}");

  /** What a problem does to the unit. */
  public enum Severity {
    /** Refuses it. */
    ERROR,
    /** Is taken, and asks for a reason. */
    WARNING,
    /** Asks for nothing: tells how something was read. */
    NOTICE
  }

  /** Why; stands in silver.rejected as it is written here. */
  public enum Reason {
    UNREADABLE,
    CHANGED_WHILE_READ,
    SAME_CONTENT,
    TOO_LARGE,
    TOO_MANY_PROBLEMS,
    EMPTY_FILE,
    /** Not an .xlsx: an old or binary workbook, another program's file, a text under its name. */
    OTHER_FORMAT,
    /** A password, or any other encryption. */
    PASSWORD_PROTECTED,
    MACRO_WORKBOOK,
    /** Links, connections, embedded objects: what would fetch from outside the workbook. */
    EXTERNAL_CONTENT,
    /** Built as no spreadsheet program builds a workbook: it would harm what opens it. */
    UNSAFE_FILE,
    /** A workbook, but none that we handed out. */
    UNKNOWN_FORM,
    /** One of our forms whose cells, labels or names stand no longer where they stood. */
    CHANGED_LAYOUT,
    /** One of our forms in which somebody wrote over whose it is. */
    CHANGED_IDENTITY,
    /** A formula without a result. */
    UNUSABLE_FORMULA,
    /** Text outside the cells for answers, which is not taken. */
    STRAY_TEXT,
    MISSING_COLUMN,
    UNKNOWN_COLUMN,
    DUPLICATE_COLUMN,
    WRONG_SEPARATOR,
    WRONG_COLUMN_COUNT,
    MISSING_VALUE,
    UNEXPECTED_VALUE,
    WRONG_TYPE,
    WRONG_CHECK_DIGIT,
    OUT_OF_RANGE,
    DATE_OUT_OF_RANGE,
    TOO_MANY_CHOICES,
    UNKNOWN_CODE,
    UNKNOWN_ID,
    UNKNOWN_VERSION,
    UNKNOWN_COUNTERPARTY,
    WRONG_GRAIN,
    DUPLICATE_KEY,
    OVERLAPPING_VALIDITY,
    INCONSISTENT_ANSWERS,
    CARD_NUMBER_FOUND,
    /** Not what was signed, or signed with no key that counts. */
    WRONG_SIGNATURE,
    /** A notice: the value was written in another form, and is kept as expected says. */
    READ_AS,
    /** A figure far from the last round's. */
    LARGE_CHANGE
  }

  public Problem {
    found = echoable(found);
    foundInEnglish = echoable(foundInEnglish);
  }

  public static Problem error(
      String file,
      Place place,
      Reason reason,
      String found,
      BilingualText expected,
      BilingualText remedy) {
    return new Problem(file, place, reason, found, found, expected, remedy, Severity.ERROR);
  }

  /** An error that is no text of the file, but said of it. */
  public static Problem error(
      String file,
      Place place,
      Reason reason,
      BilingualText found,
      BilingualText expected,
      BilingualText remedy) {
    return new Problem(
        file, place, reason, found.ja(), found.en(), expected, remedy, Severity.ERROR);
  }

  /** The same problem, saying more of what it is about. */
  Problem about(String subject) {
    return new Problem(
        file, place.about(subject), reason, found, foundInEnglish, expected, remedy, severity);
  }

  /** The same problem under another name of the file. */
  public Problem of(String otherFile) {
    return new Problem(otherFile, place, reason, found, foundInEnglish, expected, remedy, severity);
  }

  public static Problem warning(
      String file,
      Place place,
      Reason reason,
      String found,
      BilingualText expected,
      BilingualText remedy) {
    return new Problem(file, place, reason, found, found, expected, remedy, Severity.WARNING);
  }

  /** Nothing to mend: something was read in another form than it was written in. */
  public static Problem notice(
      String file,
      Place place,
      Reason reason,
      String found,
      BilingualText expected,
      BilingualText remedy) {
    return new Problem(file, place, reason, found, found, expected, remedy, Severity.NOTICE);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  public boolean isWarning() {
    return severity == Severity.WARNING;
  }

  public static boolean anyError(List<Problem> problems) {
    return problems.stream().anyMatch(Problem::isError);
  }

  /** {@code file place: found 'X', expected Y. Remedy.} on one line, for logs. */
  public String english() {
    String where = place.english();
    return file
        + (where.isEmpty() ? "" : " " + where)
        + (": " + fault().en() + ".")
        + (remedy.isEmpty() ? "" : " " + remedy.en());
  }

  /** What was found and what is wanted, without file, place and remedy. */
  public BilingualText fault() {
    String found = foundInEnglish.isEmpty() ? "nothing" : "'" + foundInEnglish + "'";
    String wanted =
        severity == Severity.NOTICE
            ? "read as '" + expected.en() + "'"
            : "expected " + expected.en();
    return new BilingualText("found " + found + ", " + wanted, JapaneseSentence.fault(this));
  }

  /** The same for respondents and the secretariat. */
  public String japanese() {
    return JapaneseSentence.of(this);
  }

  /** Whether found is a text of the file; else it is said of the file, in each language. */
  boolean isFoundQuoted() {
    return found.equals(foundInEnglish) && !found.endsWith("なし");
  }

  private static String echoable(String text) {
    // 1e300 typed into a cell is three hundred digits, of which the first say all.
    String masked = LONG_NUMBER.matcher(CardNumbers.mask(text)).replaceAll("$1…");
    var clean = new StringBuilder(Math.min(masked.length(), LONGEST_FOUND));
    for (int i = 0; i < masked.length() && clean.length() < LONGEST_FOUND; i++) {
      char c = masked.charAt(i);
      clean.append(Character.isISOControl(c) ? ' ' : c);
    }
    boolean isCutInPair =
        clean.length() == LONGEST_FOUND
            && Character.isHighSurrogate(clean.charAt(LONGEST_FOUND - 1));
    if (isCutInPair) {
      clean.setLength(LONGEST_FOUND - 1);
    }
    return clean.toString();
  }
}
