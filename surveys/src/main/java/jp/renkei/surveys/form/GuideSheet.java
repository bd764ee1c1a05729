package jp.renkei.surveys.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Question.Publication;
import jp.renkei.surveys.ValueState;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * The second sheet, 記入要領: how to fill in the form, from {@code guide.yaml}; what is checked and who
 * may see which answer, from the questionnaire itself.
 */
final class GuideSheet {
  private static final int NAME = 0;
  private static final int TEXT = 1;
  private static final List<Integer> WIDTHS = List.of(20, 70);

  /** Full-width characters are narrower than two digits of the same font. */
  private static final int LINE_WIDTH = 98;

  private static final List<Part> PARTS = read("guide.yaml");

  private final FormParts parts;
  private final FormSheet sheet;
  private int row;

  /** What is written under a heading, after its lines. */
  private enum Content {
    COLOURS,
    STATES,
    CHECKS,
    AUDIENCES
  }

  /** One heading with its lines. */
  private record Part(String title, List<String> lines, List<Content> contents) {}

  private GuideSheet(FormParts parts, FormSheet sheet) {
    this.parts = parts;
    this.sheet = sheet;
  }

  static void write(FormParts parts) {
    var sheet = parts.book().sheet(FormWords.ja("sheet.guide"));
    sheet.columns(WIDTHS);
    sheet.line(0, NAME, FormWords.ja("sheet.guide"), Look.TITLE);
    var guide = new GuideSheet(parts, sheet);
    guide.row = 2;
    PARTS.forEach(guide::part);
    parts.page().portrait(sheet);
  }

  private void part(Part part) {
    sheet.line(row++, NAME, part.title(), Look.HEADING);
    part.lines().forEach(this::line);
    part.contents()
        .forEach(
            content -> {
              switch (content) {
                case COLOURS -> colours();
                case STATES -> states();
                case CHECKS ->
                    CheckSentences.all(parts.request().questionnaire()).forEach(this::line);
                case AUDIENCES -> audiences();
              }
            });
    row++;
  }

  /** A text over both columns; it is broken here, since merged cells would not grow with it. */
  private void line(String text) {
    for (String line : TextLines.broken("・" + text, "　", LINE_WIDTH)) {
      sheet.line(row++, NAME, line, Look.LINE);
    }
  }

  private void colours() {
    entry(Look.TEXT_ANSWER, "asked");
    entry(Look.TEXT_IF, "conditional");
    entry(Look.WORDS, "open");
    entry(Look.BLOCKED, "blocked");
  }

  private void entry(Look look, String key) {
    sheet.label(row, NAME, FormWords.ja("colour." + key), look);
    text(FormWords.ja("colour." + key + ".means"));
  }

  private void states() {
    for (ValueState state : ValueState.values()) {
      sheet.label(row, NAME, state.labelJa(), Look.FIXED);
      text(FormWords.ja("state." + state));
    }
  }

  private void audiences() {
    for (Publication publication : Publication.values()) {
      var ids =
          parts.request().questionnaire().questions().stream()
              .filter(question -> question.publication() == publication)
              .map(Question::id)
              .toList();
      if (!ids.isEmpty()) {
        sheet.label(row, NAME, FormWords.ja("audience." + publication), Look.FIXED);
        text(FormWords.ja("audience." + publication + ".means") + "\n" + String.join("、", ids));
      }
    }
  }

  private void text(String text) {
    sheet.label(row, TEXT, text, Look.FIXED);
    sheet.height(row, List.of(new FormSheet.Cell(text, WIDTHS.get(TEXT))));
    row++;
  }

  private static List<Part> read(String file) {
    try (InputStream stream = GuideSheet.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("Cannot find " + file + ".");
      }
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return YamlNode.parse(file, text).allowOnly("parts").nodes("parts").stream()
          .map(node -> node.allowOnly("title", "lines", "contents"))
          .map(node -> new Part(node.text("title"), node.texts("lines"), contents(node)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Content> contents(YamlNode node) {
    return node.texts("contents").stream()
        .map(
            text ->
                Arrays.stream(Content.values())
                    .filter(content -> content.name().equals(text))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new IllegalStateException(
                                "Cannot use " + node.place() + ": unknown content " + text + ".")))
        .toList();
  }
}
