package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.jobs.SharedData;
import jp.renkei.jobs.SmallWorld;
import jp.renkei.surveys.AnswerRow;
import jp.renkei.warehouse.privacy.CardNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people write goes from the cell of a form into a release unchanged, whatever it looks like.
 */
class NaughtyStringsIT {
  @TempDir Path folder;

  private static List<String> strings() throws IOException {
    var file = SharedData.path("hostile/naughty-strings/blns.base64.json");
    var strings = new ArrayList<String>();
    for (String coded : new ObjectMapper().readValue(Files.readString(file), String[].class)) {
      String text = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
      if (!CardNumbers.found(text) && text.codePoints().noneMatch(NaughtyStringsIT::isNoText)) {
        strings.add(text);
      }
    }
    // Beside the corpus: what a program would take for a formula or a command.
    strings.addAll(List.of("=1+1", "+1", "-1+2", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "'=1"));
    return strings;
  }

  /** What no form may hold, and a check refuses: it cannot be shown, and XML cannot carry it. */
  private static boolean isNoText(int character) {
    boolean isControl = character < 0x20 && "\t\n\r".indexOf(character) < 0;
    return isControl || (character & 0xFFFE) == 0xFFFE;
  }

  @Test
  void goUnchangedFromTheCellIntoTheRelease() throws IOException {
    var strings = strings();
    assertThat(strings).hasSizeGreaterThan(480);
    var world = new SmallWorld(folder);
    var forms = LandedForms.in(world.landing(), strings.size());
    var expected = new LinkedHashMap<String, String>();
    var answers = new ArrayList<AnswerRow>();
    for (int place = 0; place < strings.size(); place++) {
      String line = "L%03d".formatted(place + 1);
      answers.add(LandedForms.answer(line, "A2_04", "OTHER", strings.get(place)));
      // Blanks around a text, and how its lines end, are no part of what it says.
      String said = strings.get(place).strip().replace("\r\n", "\n").replace('\r', '\n');
      expected.put(line, said.isEmpty() ? null : said);
    }
    forms.form("surveys/naughty.xlsx", LocalDate.of(2026, 4, 20), answers);
    world.run();
    assertThat(
            world.query(
                "select place, reason, found from silver.rejected where reason <> 'UNIT_REFUSED'"))
        .isEmpty();
    var found = new LinkedHashMap<String, String>();
    for (Map<String, Object> row :
        world.query(
            "select product_line_id, free_text from silver.answer where question_id = 'A2_04'"
                + " order by product_line_id")) {
      found.put((String) row.get("product_line_id"), (String) row.get("free_text"));
    }
    assertThat(found).isEqualTo(expected);
  }
}
