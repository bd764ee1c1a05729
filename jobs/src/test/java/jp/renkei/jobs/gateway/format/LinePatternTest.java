package jp.renkei.jobs.gateway.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import jp.renkei.jobs.gateway.format.LinePattern.Escape;
import jp.renkei.warehouse.definition.DefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinePatternTest {
  private static final String PATTERN = "{address} [{time}] \"{request}\" {status} \"{agent}\"{*}";

  private static List<String> cut(String pattern, Escape escape, String line) throws LineRejected {
    var raw = new ArrayList<String>();
    LinePattern.parse("test", pattern, escape).read(line, (index, text) -> raw.add(text));
    return raw;
  }

  private static String verdict(String line) {
    try {
      return String.join("|", cut(PATTERN, Escape.NONE, line));
    } catch (LineRejected e) {
      return e.reason().name();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a [t 1] \"GET /\" 200 \"x y\";a|t 1|GET /|200|x y|",
        "a [t] \"\" 200 \"x\" more \"words\";a|t||200|x| more \"words\"",
        "a [t] \"GET /a\"b\" 200 \"x\";a|t|GET /a\"b|200|x|",
        "a b [t] \"GET /\" 200 \"x\";NOT_OF_FORMAT",
        "a [t] \"GET /\" 200 300 \"x\";NOT_OF_FORMAT",
        "a (t) \"GET /\" 200 \"x\";NOT_OF_FORMAT",
        "a [t] \"GET /\" 200 \"x;TRUNCATED_LINE",
        "a [t] \"GET /\" 200;TRUNCATED_LINE",
        "a [t] \"GET /\";TRUNCATED_LINE",
        "a [t;TRUNCATED_LINE",
        "a;TRUNCATED_LINE",
      })
  void cutsALine(String line, String expected) {
    assertThat(verdict(line)).isEqualTo(expected);
  }

  @Test
  void seesThroughBackslashesWhereTheProductWritesThem() throws LineRejected {
    String line = "\"a\\\"b\\\\\" \"c\" d";
    assertThat(cut("\"{one}\" \"{two}\" {three}", Escape.BACKSLASH, line))
        .containsExactly("a\\\"b\\\\", "c", "d");
    assertThatThrownBy(() -> cut("\"{one}\"", Escape.BACKSLASH, "\"a\\\""))
        .isInstanceOf(LineRejected.class);
  }

  @Test
  void takesSeveralWordsWhereTheyAreDeclared() throws LineRejected {
    assertThat(cut("{+words}: {one}", Escape.NONE, "x y z: 1")).containsExactly("x y z", "1");
    assertThatThrownBy(() -> cut("{word}: {one}", Escape.NONE, "x y z: 1"))
        .isInstanceOfSatisfying(
            LineRejected.class,
            why -> assertThat(why.reason()).isEqualTo(RejectReason.NOT_OF_FORMAT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no field", "{a}{b}", "{*} {a}", "{+}", "{A}", "{a} {", "{*a}"})
  void refusesWhatCannotBeCut(String pattern) {
    assertThatThrownBy(() -> LinePattern.parse("envoy.yaml: pattern", pattern, Escape.NONE))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith("envoy.yaml: pattern: found ");
  }

  @Test
  void looksAtEveryPlaceOnce() {
    String many = "a [".repeat(300_000);
    long start = System.nanoTime();
    assertThat(verdict(many)).isEqualTo("TRUNCATED_LINE");
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }
}
