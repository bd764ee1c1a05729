package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who an issuer is today, by the register's successions. */
class IssuersTodayTest {
  private static final LocalDate DAY = LocalDate.of(2025, 10, 1);

  @SafeVarargs
  private static List<List<Object>> today(Map<String, Object>... ended) {
    return IssuersToday.rows(List.of(ended));
  }

  private static Map<String, Object> ended(
      String oldId, String newId, long successors, long split) {
    return Map.of(
        "old_id",
        oldId,
        "new_id",
        newId,
        "successors",
        successors,
        "effective_on",
        DAY,
        "is_split",
        split);
  }

  private static List<Object> row(String issuer, String today, String finding) {
    return Arrays.asList(issuer, today, DAY, finding);
  }

  @Test
  void followsAChainToItsEnd() {
    assertThat(today(ended("P1", "P2", 1, 0), ended("P2", "S", 1, 0), ended("P3", "S", 1, 0)))
        .containsExactly(row("P1", "S", null), row("P2", "S", null), row("P3", "S", null));
  }

  @Test
  void endsAChainWhereTheSuccessorWasSplitOrHasSeveralSuccessors() {
    assertThat(today(ended("P1", "P2", 1, 0), ended("P2", "X", 2, 1)))
        .containsExactly(row("P1", "P2", null), row("P2", null, "SPLIT"));
    assertThat(today(ended("P2", "X", 2, 0)))
        .containsExactly(row("P2", null, "SEVERAL_SUCCESSORS"));
  }

  @Test
  void tellsACycleAndWhatLeadsIntoIt() {
    assertThat(today(ended("A", "B", 1, 0), ended("B", "A", 1, 0), ended("P", "A", 1, 0)))
        .containsExactly(row("A", null, "CYCLE"), row("B", null, "CYCLE"), row("P", null, "CYCLE"));
  }
}
