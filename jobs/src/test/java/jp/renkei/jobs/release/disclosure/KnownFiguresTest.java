package jp.renkei.jobs.release.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import jp.renkei.jobs.release.disclosure.Figure.Shape;
import jp.renkei.jobs.release.disclosure.Figure.Statistic;
import jp.renkei.warehouse.rules.DisclosureRules;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.Test;

/** What readers have from an earlier release protects nothing by being hidden now. */
class KnownFiguresTest {
  private static final int QUARTER = 0;
  private static final int JANUARY = 1;
  private static final int FEBRUARY = 2;

  private final List<Atom> atoms = new ArrayList<>();

  private void logs(int issuers, long accesses) {
    for (int issuer = 0; issuer < issuers; issuer++) {
      String name = "I" + atoms.size();
      atoms.add(new Atom(Set.of(name), Set.of(name), List.of(OptionalLong.of(accesses)), false));
    }
  }

  private static Figure figure(String period, String key, int from, int to) {
    var parts = new BitSet();
    parts.set(from, to);
    return new Figure(
        TableName.of("gold.kpi_value"),
        key,
        List.of(key),
        new Shape(Statistic.COUNT, "ALL", "", period, "THEN"),
        Set.of(),
        false,
        parts,
        "",
        key,
        OptionalLong.empty());
  }

  /** Five issuers in January, one in February, and the quarter of both. */
  private Openness secured(BitSet known) {
    logs(5, 100);
    logs(1, 400);
    var group =
        new FigureGroup(
            "accesses",
            List.of("numerator"),
            true,
            atoms,
            List.of(
                figure("QUARTER_FY", "quarter", 0, 6),
                figure("MONTH", "january", 0, 5),
                figure("MONTH", "february", 5, 6)));
    var openness = new Openness(group, known);
    new Suppression(group, DisclosureRules.builtIn(), new Preference()).secure(openness);
    return openness;
  }

  @Test
  void aPartGoesWhereItHelps() {
    var openness = secured(new BitSet());
    assertThat(openness.isPublished(FEBRUARY)).isFalse();
    assertThat(openness.isPublished(JANUARY) && openness.isPublished(QUARTER)).isFalse();
    assertThat(openness.isPublished(QUARTER)).isTrue();
  }

  @Test
  void theTotalGoesWhereThePartIsKnown() {
    var known = new BitSet();
    known.set(JANUARY);
    var openness = secured(known);
    assertThat(openness.isPublished(FEBRUARY)).isFalse();
    assertThat(openness.isPublished(JANUARY)).isTrue();
    assertThat(openness.isPublished(QUARTER)).isFalse();
  }
}
