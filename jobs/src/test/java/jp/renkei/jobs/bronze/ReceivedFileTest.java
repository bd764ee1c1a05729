package jp.renkei.jobs.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.LandingFolder;
import jp.renkei.surveys.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Card numbers stop at the door; typed numbers that only look like one pass. */
class ReceivedFileTest {
  private static final String CARD = "4111111111111111";
  private static final String MASKED = "4111-1111-1111-1111";
  private static final String SURVEY =
      "questionnaire_id,questionnaire_version,round_id,respondent_id,submitted_at,product_line_id,"
          + "segment,counterparty_id,question_id,value,value_state,free_text\n";
  private static final String UNIT = "issuer_survey,1,R1,I1,2026-04-01,,,,";
  @TempDir Path landing;

  private ReceivedFile received(String path, String text) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return read(listed());
  }

  private LandedFile listed() {
    return LandingFolder.list(landing).files().get(0);
  }

  private static ReceivedFile read(LandedFile file) {
    try {
      return ReceivedFile.read(file);
    } catch (NotTakenException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void refusesAFileThatIsTooLargeWithoutReadingIt() throws IOException {
    Path file = Files.createDirectories(landing.resolve("surveys")).resolve("a.csv");
    try (var content = new RandomAccessFile(file.toFile(), "rw")) {
      content.setLength(64L * 1024 * 1024 + 1);
    }
    var listed = listed();
    Files.delete(file);
    assertThat(read(listed).rows()).isEmpty();
    assertThat(read(listed).problems())
        .extracting(Problem::reason)
        .containsExactly(Problem.Reason.TOO_LARGE);
  }

  @Test
  void takesNothingOfAFileThatWasWrittenSinceItWasListed() throws IOException {
    received("surveys/a.csv", SURVEY);
    var listed = listed();
    Files.writeString(listed.file(), UNIT, StandardOpenOption.APPEND);
    assertThatThrownBy(() -> ReceivedFile.read(listed))
        .isInstanceOfSatisfying(
            NotTakenException.class,
            e -> assertThat(e.problem().reason()).isEqualTo(Problem.Reason.CHANGED_WHILE_READ));
  }

  @Test
  void takesNothingOfAFileThatIsGone() throws IOException {
    received("surveys/a.csv", SURVEY);
    var listed = listed();
    Files.delete(listed.file());
    assertThatThrownBy(() -> ReceivedFile.read(listed))
        .isInstanceOfSatisfying(
            NotTakenException.class,
            e -> assertThat(e.problem().reason()).isEqualTo(Problem.Reason.UNREADABLE));
  }

  private static String everything(ReceivedFile received) {
    return received.rows() + " " + received.problems();
  }

  @Test
  void masksACardNumberAndNamesItsPlace() throws IOException {
    for (String written : List.of(CARD, MASKED, "4111 1111 1111 1111")) {
      var received =
          received("surveys/a.csv", SURVEY + UNIT + "A15_04,番号は " + written + " です,REPORTED,\n");
      assertThat(received.problems()).hasSize(1);
      var problem = received.problems().get(0);
      assertThat(problem.reason()).isEqualTo(Problem.Reason.CARD_NUMBER_FOUND);
      assertThat(ReceivedFile.placeOf(problem)).isEqualTo("line 2 (value)");
      assertThat(problem.english())
          .startsWith("surveys/a.csv line 2 (value): found '番号は ")
          .endsWith("expected no card number. Delete the card number and send the file again.");
      assertThat(problem.japanese())
          .startsWith("surveys/a.csv 2行目 (value)：")
          .endsWith("カード番号を含まない値としてください。カード番号を削除し、改めて提出してください。");
      assertThat(everything(received)).doesNotContain(written).contains("番号は ");
    }
  }

  @Test
  void keepsTheOtherRowsAsTheyCame() throws IOException {
    var received =
        received(
            "surveys/a.csv",
            SURVEY + UNIT + "A3_01,YES,REPORTED," + CARD + "\n" + UNIT + "A3_03, NO ,REPORTED,\n");
    assertThat(received.rows().keySet()).containsExactly(1L, 2L, 3L);
    assertThat(received.rows().get(3L))
        .containsEntry("question_id", "A3_03")
        .containsEntry("value", " NO ");
    assertThat(everything(received)).doesNotContain(CARD);
  }

  @Test
  void masksACardNumberThatStandsWhereTheHeaderShould() throws IOException {
    var received = received("register/agents.csv", "A1," + CARD + "\nA2,x\n");
    assertThat(everything(received)).doesNotContain(CARD);
    assertThat(received.problems())
        .extracting(Problem::reason)
        .contains(Problem.Reason.CARD_NUMBER_FOUND);
  }

  @Test
  void masksACardNumberInARoundFile() throws IOException {
    var received = received("rounds/R1.yaml", "round_id: R1 # " + CARD + "\n");
    assertThat(everything(received)).doesNotContain(CARD);
    assertThat(received.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(1));
  }

  @Test
  void takesAFileThatIsNoCsvAsOneText() throws IOException {
    var received = received("rounds/R1.yaml", "round_id: R1\n");
    assertThat(received.rows()).isEqualTo(Map.of(1L, Map.of("text", "round_id: R1\n")));
    assertThat(received.problems()).isEmpty();
  }

  @Test
  void takesACorporateNumberForNoCardNumber() throws IOException {
    var answered = received("surveys/a.csv", SURVEY + UNIT + "A0_01,4222222222222,REPORTED,\n");
    assertThat(answered.problems()).isEmpty();
    assertThat(answered.rows().get(2L)).containsEntry("value", "4222222222222");
  }

  @Test
  void takesARegistersCorporateNumberForNoCardNumber() throws IOException {
    var registered =
        received("register/agents.csv", "agent_id,corporate_number,name_ja\nA1,4222222222222,x\n");
    assertThat(registered.problems()).isEmpty();
  }

  @Test
  void takesACountForNoCardNumber() throws IOException {
    var received = received("surveys/a.csv", SURVEY + UNIT + "A1_01," + CARD + ",REPORTED,\n");
    assertThat(received.problems()).isEmpty();
  }

  @Test
  void findsACardNumberInAnyOtherColumn() throws IOException {
    var received = received("surveys/a.csv", SURVEY + UNIT + "A1_01,5,REPORTED,4222222222222\n");
    assertThat(received.problems()).hasSize(1);
  }
}
