package jp.renkei.surveys;

import java.math.BigDecimal;
import java.util.List;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * One check across questions, as data: {@code question} against {@code other} within the same
 * product line or cell.
 *
 * @param other empty for kinds that look at one question only
 * @param codes the answers of {@code other} that switch the check on
 * @param limit the share of a change that is let pass; zero for other kinds
 */
public record CheckRule(
    Kind kind, String question, String other, List<String> codes, BigDecimal limit) {

  /** What the code knows how to check; {@code POSITIVE_WHEN} and {@code LARGE_CHANGE} only warn. */
  public enum Kind {
    REQUIRED_WHEN,
    REQUIRED_WHEN_POSITIVE,
    REPORTED_ONLY_WHEN,
    NOT_AFTER_REFERENCE_DATE,
    NOT_AFTER,
    AT_MOST,
    AT_MOST_OR_ZERO,
    POSITIVE_WHEN,
    /**
     * A count that moved by more than {@code limit} (a share) of what the same respondent answered
     * in the last round, in the same product line or cell; it warns, unless free text beside it
     * says why. A move of {@link #SMALL_MOVE} or less is never large, whatever its share: 2
     * incidents after 1 are no surprise. So a count is compared with a last one of 0 too, and
     * surprises from {@code SMALL_MOVE + 1}. Blank answers, now or then, are not compared.
     */
    LARGE_CHANGE
  }

  /** The largest move of a count that is let pass however small the count is. */
  static final int SMALL_MOVE = 10;

  public CheckRule {
    codes = List.copyOf(codes);
    boolean needsOther = kind != Kind.NOT_AFTER_REFERENCE_DATE && kind != Kind.LARGE_CHANGE;
    boolean needsCodes =
        kind == Kind.REQUIRED_WHEN || kind == Kind.REPORTED_ONLY_WHEN || kind == Kind.POSITIVE_WHEN;
    if (needsOther == other.isEmpty() || needsCodes == codes.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot use check " + kind + " on " + question + ": its parts do not fit its kind.");
    }
  }

  /** One entry of {@code checks:}, which may name several questions. */
  static List<CheckRule> of(YamlNode node) {
    node.allowOnly("kind", "questions", "other", "is", "limit");
    Kind kind = node.code("kind", Kind.class);
    return node.texts("questions").stream()
        .map(
            question ->
                new CheckRule(
                    kind,
                    question,
                    node.optionalText("other").orElse(""),
                    node.texts("is"),
                    node.has("limit") ? node.decimal("limit") : BigDecimal.ZERO))
        .toList();
  }
}
