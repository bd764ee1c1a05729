package jp.renkei.surveys;

import java.util.List;
import jp.renkei.surveys.Question.AskedBy;
import jp.renkei.surveys.Question.Format;
import jp.renkei.surveys.Question.Publication;
import jp.renkei.surveys.Question.Range;
import jp.renkei.surveys.Questionnaire.Section;
import jp.renkei.surveys.Questionnaire.Side;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;

/** Reads one {@code <id>-<version>.yaml}. */
final class QuestionnaireFile {
  /** Longer figures are mistakes, or card numbers. */
  private static final long HIGHEST_COUNT = 999_999_999_999L;

  private QuestionnaireFile() {}

  static Questionnaire read(String file, String text, OptionLists lists) {
    YamlNode root =
        YamlNode.parse(file, text)
            .allowOnly("questionnaire_id", "version", "title", "respondent", "sections", "checks");
    YamlNode title = root.node("title").allowOnly("ja", "en");
    List<YamlNode> sections = root.nodes("sections");
    return new Questionnaire(
        root.text("questionnaire_id"),
        root.integer("version"),
        title.text("ja"),
        title.text("en"),
        root.code("respondent", Side.class),
        sections.stream().map(QuestionnaireFile::section).toList(),
        sections.stream()
            .flatMap(
                section ->
                    section.nodes("questions").stream()
                        .map(node -> question(section.text("id"), node, lists)))
            .toList(),
        root.nodes("checks").stream().flatMap(node -> CheckRule.of(node).stream()).toList());
  }

  private static Section section(YamlNode node) {
    node.allowOnly("id", "title", "questions");
    return new Section(node.text("id"), node.text("title"));
  }

  private static Question question(String section, YamlNode node, OptionLists lists) {
    node.allowOnly(
        "id",
        "label",
        "help",
        "type",
        "options",
        "unit",
        "asked_by",
        "max",
        "publication",
        "free_text",
        "format",
        "lowest",
        "highest",
        "identity",
        "formerly");
    Question.Type type = node.code("type", Question.Type.class);
    return new Question(
        node.text("id"),
        section,
        text(node, node.text("label")),
        text(node, node.optionalText("help").orElse("")),
        type,
        node.has("options") ? lists.of(node) : List.of(),
        node.optionalText("unit").orElse(""),
        node.has("asked_by") ? node.code("asked_by", AskedBy.class) : AskedBy.RESPONDENT,
        node.integer("max", 0),
        node.code("publication", Publication.class),
        node.flag("free_text"),
        node.has("format") ? node.code("format", Format.class) : Format.FREE,
        range(type, node),
        node.flag("identity"),
        node.optionalText("formerly").orElse(""));
  }

  /** With its period in words; other placeholders than that of the fiscal year are mistakes. */
  private static String text(YamlNode node, String definition) {
    String text = AskedFiscalYear.ofNoRound(definition);
    if (text.contains("{") || text.contains("}")) {
      throw new DefinitionException(
          "Cannot define question %s: found '%s', expected no braces but %s."
              .formatted(node.text("id"), definition, AskedFiscalYear.PLACEHOLDER));
    }
    return text;
  }

  private static Range range(Question.Type type, YamlNode node) {
    if (type == Question.Type.DECIMAL) {
      // Every decimal asked for is a ratio: forms show per cent, the store holds 0..1.
      return new Range(0, 1);
    }
    long highest = node.has("highest") ? node.integer("highest") : HIGHEST_COUNT;
    return new Range(node.integer("lowest", 0), highest);
  }
}
