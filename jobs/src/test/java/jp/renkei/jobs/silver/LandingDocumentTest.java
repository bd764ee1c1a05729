package jp.renkei.jobs.silver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import jp.renkei.jobs.foreign.RegisterDescription;
import jp.renkei.jobs.gateway.format.Feed;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import jp.renkei.surveys.AnswerFile;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.Receipt;
import jp.renkei.surveys.SurveyRound;
import org.junit.jupiter.api.Test;

class LandingDocumentTest {
  private static final Path KEPT = Path.of("../docs/landing.md");
  private static final Path WORDS = Path.of("src/test/resources/landing-document.md");

  @Test
  void isTheOneInTheDocuments() throws IOException {
    var document = LandingDocument.of(Files.readString(WORDS), QuestionnaireCatalog.load());
    assertThat(document).as("every place is filled").doesNotContainPattern("@[A-Z_]+@");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(KEPT, document);
    }
    assertThat(KEPT)
        .as("docs/landing.md; remake it with -Dgolden.update=true")
        .hasContent(document);
  }

  @Test
  void itsExamplesAreRight() throws IOException {
    int examples = 0;
    var blocks =
        Pattern.compile("```(yaml|csv)\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(WORDS));
    while (blocks.find()) {
      String text = blocks.group(2);
      if (text.startsWith("round_id")) {
        assertThat(SurveyRound.parse("rounds/R2026-03.yaml", text).questionnaires()).hasSize(2);
      } else if (text.startsWith("sha256")) {
        assertThat(Receipt.parse("receipts/a.yaml", text).reasons()).hasSize(2);
      } else if (text.startsWith("country")) {
        assertThat(RegisterDescription.parse("au_cdr", "register.yaml", text).layouts()).hasSize(2);
      } else if (text.startsWith("product")) {
        assertThat(GatewayFormat.builtIn()).containsKey(Feed.parse("feed.yaml", text).product());
      } else if (text.startsWith("path,sha256")) {
        var file = TextFile.of("corrections/a.csv", text.getBytes(UTF_8));
        var problems = new ArrayList<Problem>();
        assertThat(StandingCorrections.statements(file.file(), file.lines(), problems))
            .hasSize(2)
            .allMatch(Correction::hasOnePlace);
        assertThat(problems).isEmpty();
      } else {
        var answers = AnswerFile.read("surveys/a.csv", text.getBytes(UTF_8));
        assertThat(answers.problems()).isEmpty();
        assertThat(answers.units()).hasSize(1);
      }
      examples++;
    }
    assertThat(examples).isEqualTo(8);
  }
}
