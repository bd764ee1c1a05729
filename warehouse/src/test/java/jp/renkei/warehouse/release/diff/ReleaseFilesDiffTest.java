package jp.renkei.warehouse.release.diff;

import static jp.renkei.warehouse.release.diff.ComparedReleases.correction;
import static jp.renkei.warehouse.release.diff.ComparedReleases.rate;
import static jp.renkei.warehouse.release.diff.ComparedReleases.secretariats;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.renkei.warehouse.release.Audience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 数値の変更 where the files of two releases differ in kind, or in what they may show. */
class ReleaseFilesDiffTest {
  @TempDir Path warehouse;
  private ComparedReleases given;

  @BeforeEach
  void open() {
    given = new ComparedReleases(warehouse);
  }

  /** A table or a column that an older release has not is no fault. */
  @Test
  void comparesWhatAnOlderReleaseHas() {
    var before =
        given.release(
            1,
            rate("", 1, 2),
            "drop table if exists gold.answer_tabulation",
            "alter table gold.kpi_value drop column value_low",
            "drop table if exists silver.log_file_day",
            "drop table if exists silver.correction");
    var after = given.release(2, rate("", 3, 4), correction("k", "surveys/a.xlsx", "a", "COUNTS"));
    var diff = secretariats(before, after);
    assertThat(diff.changes()).hasSize(1);
    assertThat(diff.missing()).containsExactly("gold.answer_tabulation");
  }

  /** An opened file, as a server holds it, can be compared meanwhile. */
  @Test
  void comparesFilesThatAreOpen() {
    var before = given.release(1, rate("", 1, 2));
    var after = given.release(2, rate("", 3, 4));
    try (var one = before.open(Audience.SECRETARIAT);
        var two = after.open(Audience.SECRETARIAT)) {
      assertThat(List.of(one, two)).hasSize(2);
      assertThat(secretariats(before, after).changes()).hasSize(1);
    }
  }

  /** Releases of before the associations had files of their own give them the public's. */
  @Test
  void comparesAnAssociationsFileWithThePublicsOfAnOlderRelease() throws IOException {
    var before = given.release(1, rate("", 1, 2));
    for (var audience : List.of(Audience.ISSUER_ASSOCIATION, Audience.AGENT_ASSOCIATION)) {
      Files.delete(before.file(audience));
    }
    var after = given.release(2, rate("", 3, 4));
    assertThat(before.fileFor(Audience.ISSUER_ASSOCIATION)).isEqualTo(before.file(Audience.PUBLIC));
    assertThat(ReleaseDiff.of(before, after, Audience.ISSUER_ASSOCIATION).changes())
        .singleElement()
        .satisfies(change -> assertThat(change.difference().orElseThrow()).isPositive());
    assertThat(ReleaseDiff.of(after, before, Audience.AGENT_ASSOCIATION).changes()).hasSize(1);
  }

  /** A blank cell may be read as 0. */
  @Test
  void marksSuppressedNumbersInAFile() {
    var before = given.release(1, rate("", 1, 2));
    var after =
        given.release(
            2,
            rate("", 1, 2),
            "update gold.kpi_value set numerator = null, denominator = null, value = null,"
                + " value_state = 'SUPPRESSED'");
    var change = secretariats(before, after).changes().get(0);
    int numerator = FigureChange.COLUMNS.indexOf("new_numerator");
    int value = FigureChange.COLUMNS.indexOf("new_value");
    assertThat(change.markedRow().get(numerator)).isEqualTo("x");
    assertThat(change.markedRow().get(value)).isEqualTo("x");
    assertThat(change.row().get(value)).isNull();
    assertThat(change.markedRow().get(FigureChange.COLUMNS.indexOf("old_value"))).isEqualTo(0.5);
    assertThat(change.markedRow().get(FigureChange.COLUMNS.indexOf("old_value_low"))).isNull();
  }
}
