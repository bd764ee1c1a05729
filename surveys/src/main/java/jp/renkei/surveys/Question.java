package jp.renkei.surveys;

import java.util.List;
import java.util.Optional;

/**
 * One question of one questionnaire version.
 *
 * @param section the part of the form it stands in, for example {@code A2}
 * @param label Japanese, with its period in words; see {@link Questionnaire#askedOn}
 * @param help Japanese; may be empty
 * @param options codes of a choice or multi question, in the order of the form
 * @param unit what an integer or decimal counts, for example {@code cards}; may be empty
 * @param maxChoices most codes of a multi answer; 0 is no limit
 * @param takesFreeText whether free_text may go with the answer
 * @param isIdentity whether it says who the respondent is, which does not change between rounds; a
 *     form fills in such an answer, and no other
 * @param formerly the id of the same question in earlier versions; empty when it kept its own
 */
public record Question(
    String id,
    String section,
    String label,
    String help,
    Type type,
    List<Option> options,
    String unit,
    AskedBy askedBy,
    int maxChoices,
    Publication publication,
    boolean takesFreeText,
    Format format,
    Range range,
    boolean isIdentity,
    String formerly) {
  /** The answers to a {@link Type#YES_NO} question. */
  private static final List<Option> YES_OR_NO =
      List.of(new Option("YES", "はい", true), new Option("NO", "いいえ", true));

  /** How a value is written. */
  public enum Type {
    CHOICE,
    MULTI,
    INTEGER,
    DECIMAL,
    DATE,
    TEXT,
    URL,
    YES_NO
  }

  /** For what a respondent answers it: once, per product line, or per segment and counterparty. */
  public enum AskedBy {
    RESPONDENT,
    PRODUCT_LINE,
    COUNTERPARTY
  }

  /** The widest audience that may see single answers. NEVER leaves silver at no time. */
  public enum Publication {
    PUBLIC,
    ASSOCIATION,
    SECRETARIAT,
    NEVER
  }

  /** A stricter form of a text. */
  public enum Format {
    FREE,
    CORPORATE_NUMBER
  }

  /** One code; {@code isExclusive} when it makes no sense beside others (none of these). */
  public record Option(String code, String label, boolean isExclusive) {}

  /** Both ends belong to it. */
  public record Range(long lowest, long highest) {
    public Range {
      if (lowest > highest) {
        throw new IllegalArgumentException(
            "Cannot use range " + lowest + " to " + highest + ": its ends are swapped.");
      }
    }
  }

  public Question {
    options = List.copyOf(options);
    boolean isCoded = type == Type.CHOICE || type == Type.MULTI;
    if (isCoded == options.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot define question " + id + ": options and type " + type + " do not fit.");
    }
    if (label.isBlank()) {
      throw new IllegalArgumentException("Cannot define question " + id + ": it has no label.");
    }
  }

  /** The same question with the period that a round asks about. */
  Question asked(AskedFiscalYear year) {
    return new Question(
        id,
        section,
        year.in(label),
        year.in(help),
        type,
        options,
        unit,
        askedBy,
        maxChoices,
        publication,
        takesFreeText,
        format,
        range,
        isIdentity,
        formerly);
  }

  public Optional<Option> option(String code) {
    return options.stream().filter(option -> option.code().equals(code)).findFirst();
  }

  public List<String> codes() {
    return options.stream().map(Option::code).toList();
  }

  /** What a respondent chooses from; empty for what is written. */
  public List<Option> choices() {
    return type == Type.YES_NO ? YES_OR_NO : options;
  }

  public boolean isNumber() {
    return type == Type.INTEGER || type == Type.DECIMAL;
  }

  /** For messages: {@code A2_02 提供開始日}. */
  /** Whether its answer stands in the form as it is handed out: the identity of the respondent. */
  public boolean isPrefilled() {
    return isIdentity() || format() == Format.CORPORATE_NUMBER;
  }

  public String idAndLabel() {
    return id + " " + label;
  }
}
