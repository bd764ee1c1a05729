package jp.renkei.jobs.foreign;

import static jp.renkei.jobs.foreign.Registers.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.warehouse.rules.BrandIdentityRules;
import org.junit.jupiter.api.Test;

/** One snapshot a month, and identities that outlive ids. */
class RegisterHistoryTest {
  private static RegisterHistory history(Snapshot... snapshots) {
    return RegisterHistory.of(BrandIdentityRules.builtIn(), List.of(snapshots));
  }

  @Test
  void keepsTheIdentityUnderAnotherId() {
    var history =
        history(
            snapshot("2024-01-31", "old", "1 Ash E1"),
            snapshot("2024-02-29", "new", "x Ash F1"),
            snapshot("2024-03-31", "new", "x Ash F1", "y Elm F1"));
    assertThat(history.identities())
        .containsExactly(
            Map.of("1", "old:1"), Map.of("x", "old:1"), Map.of("x", "old:1", "y", "new:y"));
  }

  @Test
  void knowsABrandThatComesBackUnderItsId() {
    var history =
        history(
            snapshot("2024-01-31", "old", "1 Ash E1", "2 Elm E1"),
            snapshot("2024-02-29", "old", "2 Elm E1"),
            snapshot("2024-03-31", "old", "1 Ash E1", "2 Elm E1"));
    assertThat(history.identities().get(2)).isEqualTo(history.identities().get(0));
  }

  @Test
  void givesTwoBrandsOfADayNeverOneIdentity() {
    var history =
        history(
            snapshot("2024-01-31", "old", "1 Ash E1", "2 Elm E1"),
            snapshot("2024-02-29", "old", "9 Ash E1", "2 Elm E1"),
            snapshot("2024-03-31", "old", "1 Ash E1", "9 Ash E1", "2 Elm E1"));
    assertThat(history.identities().get(2).values()).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void countsTheLastDayOfAMonthAndTellsTheOther() {
    var history =
        history(
            snapshot("2024-01-10", "old", "1 Ash E1"), snapshot("2024-01-31", "old", "2 Elm E1"));
    assertThat(history.snapshots()).extracting(Snapshot::on).hasToString("[2024-01-31]");
    assertThat(history.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.reason()).isEqualTo(Reason.DUPLICATE_KEY);
              assertThat(problem.japanese())
                  .isEqualTo(
                      "foreign_registers/r/2024-01-10.json：2024-01 の2つ目の取得（2024-01-10）。"
                          + "月に1つの取得が必要です。その月は、最も遅い日（同じ日なら名前が後に並ぶファイル）の "
                          + "foreign_registers/r/2024-01-31.json を使います。このファイルを landing の外に移すか、取得日を直してください。");
            });
  }

  @Test
  void flagsAFallByMoreThanHalfAndTakesItAllTheSame() {
    var four = snapshot("2024-01-31", "old", "1 Ash E1", "2 Elm E1", "3 Fir E1", "4 Oak E1");
    assertThat(history(four, snapshot("2024-02-29", "old", "1 Ash E1", "2 Elm E1")).problems())
        .isEmpty();
    var fallen = history(four, snapshot("2024-02-29", "old", "1 Ash E1"));
    assertThat(fallen.snapshots()).hasSize(2);
    assertThat(fallen.problems()).singleElement().matches(Problem::isWarning);
  }

  @Test
  void doesNotDependOnTheOrderOfFiles() {
    var snapshots =
        List.of(
            snapshot("2024-01-31", "old", "1 Ash E1", "2 Elm E2"),
            snapshot("2024-02-29", "new", "x Ash F1", "y Elm F2"),
            snapshot("2024-05-31", "new", "x Ash F1"),
            snapshot("2024-05-30", "new", "z Fir F1"));
    var expected = RegisterHistory.of(BrandIdentityRules.builtIn(), snapshots);
    var shuffled = new ArrayList<>(snapshots);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(RegisterHistory.of(BrandIdentityRules.builtIn(), shuffled)).isEqualTo(expected);
    }
  }
}
