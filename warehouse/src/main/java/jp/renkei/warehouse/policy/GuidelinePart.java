package jp.renkei.warehouse.policy;

import java.util.List;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * One part of the guideline and its companion documents whose conformity is tracked per issuer.
 *
 * @param trackedAs how it is measured
 * @param elements the principles or headings within it, each with what is recommended
 * @param questions the survey questions that ask for it; empty where none does yet
 * @param answers the codes of its answers, empty where it has none of its own
 */
public record GuidelinePart(
    String partId,
    LocalText document,
    LocalText title,
    LocalText trackedAs,
    List<Element> elements,
    List<String> questions,
    List<PolicyCode> answers,
    String source,
    Grade grade) {

  /** One principle or heading of a part. */
  public record Element(
      String elementId, LocalText title, LocalText recommended, String source, Grade grade) {

    static Element of(YamlNode node) {
      node.allowOnly("element_id", "title", "recommended", "source", "grade");
      return new Element(
          node.text("element_id"),
          LocalText.of(node, "title"),
          LocalText.of(node, "recommended"),
          node.text("source"),
          node.code("grade", Grade.class));
    }
  }

  public GuidelinePart {
    elements = List.copyOf(elements);
    questions = List.copyOf(questions);
    answers = List.copyOf(answers);
  }

  static GuidelinePart of(YamlNode node) {
    node.allowOnly(
        "part_id",
        "document",
        "title",
        "tracked_as",
        "elements",
        "questions",
        "answers",
        "source",
        "grade");
    return new GuidelinePart(
        node.text("part_id"),
        LocalText.of(node, "document"),
        LocalText.of(node, "title"),
        LocalText.of(node, "tracked_as"),
        node.nodes("elements").stream().map(Element::of).toList(),
        node.texts("questions"),
        node.nodes("answers").stream().map(PolicyCode::of).toList(),
        node.text("source"),
        node.code("grade", Grade.class));
  }
}
