package jp.renkei.warehouse.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a definition may say, and the words in which it is told what is wrong. */
class YamlNodeTest {
  private enum Colour {
    RED,
    DARK_BLUE
  }

  private static YamlNode node(String text) {
    return YamlNode.parse("rules/trial.yaml", text);
  }

  private static void refuses(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable reading, String message) {
    assertThatThrownBy(reading).isInstanceOf(DefinitionException.class).hasMessage(message);
  }

  @Test
  void readsWordsAsTheyStand() {
    var node = node("answer: no\ndate: 2026-03-31\ncount: 7\nshare: 0.10\nflag: true\n");
    assertThat(node.text("answer")).isEqualTo("no");
    assertThat(node.date("date")).isEqualTo(LocalDate.of(2026, 3, 31));
    assertThat(node.integer("count")).isEqualTo(7);
    assertThat(node.decimal("share")).isEqualByComparingTo("0.1");
    assertThat(node.flag("flag")).isTrue();
    assertThat(node.flag("absent")).isFalse();
    assertThat(node.integer("absent", 3)).isEqualTo(3);
    assertThat(node.texts("absent")).isEmpty();
    assertThat(node("colour: dark_blue").code("colour", Colour.class)).isEqualTo(Colour.DARK_BLUE);
  }

  @Test
  void refusesADocumentThatIsNestedTooDeep() {
    for (String text :
        List.of("a: " + "[".repeat(10_000), "- ".repeat(10_000), "{a: ".repeat(10_000))) {
      refuses(
          () -> node(text),
          "rules/trial.yaml: found more than 50 levels of nesting in line 1, expected at most 50.");
    }
    assertThat(node("a: " + "[".repeat(49) + "]".repeat(49)).has("a")).isTrue();
  }

  @Test
  void refusesWhatIsOutOfBounds() {
    var earliest = LocalDate.of(1990, 1, 1);
    var latest = LocalDate.of(2100, 12, 31);
    assertThat(node("a: 2100-12-31").date("a", earliest, latest)).isEqualTo(latest);
    refuses(
        () -> node("a: +999999999-12-31").date("a", earliest, latest),
        "rules/trial.yaml: 'a': found '+999999999-12-31', expected a date from 1990-01-01 to"
            + " 2100-12-31.");
    assertThat(node("a: 366").integer("a", 0, 366)).isEqualTo(366);
    refuses(
        () -> node("a: 367").integer("a", 0, 366),
        "rules/trial.yaml: 'a': found '367', expected a whole number from 0 to 366.");
  }

  @Test
  void suggestsTheKeyThatWasMeant() {
    refuses(
        () -> node("grian: x").allowOnly("table", "grain"),
        "rules/trial.yaml: unknown key 'grian', did you mean 'grain'? Known keys: table, grain.");
  }

  @Test
  void suggestsNothingWhereNothingIsNear() {
    refuses(
        () -> node("colour: x").allowOnly("table", "grain"),
        "rules/trial.yaml: unknown key 'colour'. Known keys: table, grain.");
  }

  @Test
  void namesWhatIsMissing() {
    refuses(() -> node("a: 1").text("b"), "rules/trial.yaml: 'b' is missing.");
    refuses(() -> node("a: 1").date("b"), "rules/trial.yaml: 'b' is missing.");
  }

  @Test
  void namesWhatWasFoundAndExpected() {
    refuses(
        () -> node("a: x").integer("a"),
        "rules/trial.yaml: 'a': found 'x', expected a whole number.");
    refuses(
        () -> node("a: x").decimal("a"), "rules/trial.yaml: 'a': found 'x', expected a number.");
    refuses(
        () -> node("a: 2026-02-30").date("a"),
        "rules/trial.yaml: 'a': found '2026-02-30', expected a date YYYY-MM-DD.");
    refuses(
        () -> node("a: 'yes'").flag("a"),
        "rules/trial.yaml: 'a': found 'yes', expected true or false.");
    refuses(
        () -> node("a: GREEN").code("a", Colour.class),
        "rules/trial.yaml: 'a': found 'GREEN', expected one of [RED, DARK_BLUE].");
    refuses(
        () -> node("a: [1]").text("a"), "rules/trial.yaml: 'a': found a list, expected one value.");
    refuses(() -> node("a: 1").texts("a"), "rules/trial.yaml: 'a': found '1', expected a list.");
    refuses(
        () -> node("a: [{b: 1}]").texts("a"),
        "rules/trial.yaml: 'a': found a mapping, expected a list of single values.");
    refuses(
        () -> node("a: [1]").nodes("a"),
        "rules/trial.yaml: 'a': found '1', expected a list of mappings.");
    refuses(
        () -> node("a: 1").node("b"), "rules/trial.yaml: 'b': found nothing, expected a mapping.");
  }

  @Test
  void namesThePlaceInsideAFile() {
    var node = node("rules: [{id: a}, {id: b, when: {front: 5}}]").nodes("rules").get(1);
    refuses(
        () -> node.node("when").date("front"),
        "rules/trial.yaml: rules[1]: when: 'front': found '5', expected a date YYYY-MM-DD.");
  }

  @Test
  void refusesWhatIsNoMapping() {
    refuses(() -> node("- a\n"), "rules/trial.yaml: found a list, expected key: value lines.");
    refuses(() -> node(""), "rules/trial.yaml: found nothing, expected key: value lines.");
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    assertThatThrownBy(() -> node("a: 1\na: 2\n"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith("rules/trial.yaml: not readable as YAML: ")
        .hasMessageContaining("duplicate key a");
  }
}
