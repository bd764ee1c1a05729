package jp.renkei.webapi.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the worker, the next one who asks gets an answer. */
class DeskTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(ScriptedDesk.command(folder.resolve("starts")), Duration.ofSeconds(2));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private DeskCheck check(String name) {
    return desk.check(folder.resolve("file"), name, "ISS001", folder.resolve("marked.xlsx"));
  }

  private List<Long> starts() throws IOException {
    return Files.readAllLines(folder.resolve("starts")).stream().map(Long::valueOf).toList();
  }

  @Test
  void readsAnswersWithWhatIsMissingInThem() {
    var check = check("good.xlsx");
    assertThat(check.isAcceptable()).isFalse();
    assertThat(check.replaced()).isEmpty();
    assertThat(check.version()).isZero();
    assertThat(check.problems().get(0).found()).isEqualTo("調査票\u2028");
    assertThat(check.problems().get(0).sheet()).isEmpty();
  }

  @Test
  void oneWorkerAnswersManyQuestions() throws IOException {
    for (int i = 0; i < 5; i++) {
      check("good.xlsx");
    }
    assertThat(starts()).hasSize(1);
  }

  @Test
  void whoHangsIsEndedAndTheNextIsServed() throws IOException {
    assertFails("hang", DeskException.Kind.TOO_LONG);
    long hanging = starts().get(0);
    assertThat(ProcessHandle.of(hanging).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(check("good.xlsx").state()).isEqualTo("REFUSED");
    assertThat(starts()).hasSize(2);
  }

  @Test
  void whoEndsOrTalksNonsenseIsReplaced() throws IOException {
    for (String wish : List.of("end", "nonsense", "another")) {
      assertFails(wish, DeskException.Kind.ENDED);
      assertThat(check("good.xlsx").state()).isEqualTo("REFUSED");
    }
    assertThat(starts()).hasSize(4);
  }

  @Test
  void refusalIsPassedOnAndTheWorkerStays() throws IOException {
    assertThatThrownBy(() -> check("refuse"))
        .isInstanceOfSatisfying(
            DeskException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(DeskException.Kind.REFUSED);
              assertThat(e.problem()).isEqualTo("できません");
            });
    check("good.xlsx");
    assertThat(starts()).hasSize(1);
  }

  @Test
  void withoutACommandItSaysSo() {
    try (var none = new Desk(List.of())) {
      assertThatThrownBy(none::rounds)
          .isInstanceOfSatisfying(
              DeskException.class, e -> assertThat(e.kind()).isEqualTo(DeskException.Kind.MISSING));
    }
  }

  private void assertFails(String wish, DeskException.Kind kind) {
    assertThatThrownBy(() -> check(wish))
        .isInstanceOfSatisfying(DeskException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
