package jp.renkei.jobs.release.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import jp.renkei.jobs.release.disclosure.AdditiveRows.Row;
import jp.renkei.jobs.release.disclosure.Figure.Shape;
import jp.renkei.jobs.release.disclosure.Figure.Statistic;
import jp.renkei.warehouse.rules.DisclosureRules;
import jp.renkei.warehouse.table.TableName;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds whatever the figures are: random issuers, agents, size bands, months and consents. */
class SuppressionLawsTest {
  private static final DisclosureRules RULES = DisclosureRules.builtIn();
  private static final LocalDate FIRST_MONTH = LocalDate.of(2026, 1, 1);

  /** A random table, and what became of it. */
  private static final class Table {
    private final List<Atom> atoms = new ArrayList<>();
    private final Map<String, BitSet> parts = new HashMap<>();
    private final Map<String, Shape> shapes = new HashMap<>();
    private final Map<String, Set<String>> named = new HashMap<>();
    private final Map<String, Integer> months = new HashMap<>();
    private final FigureGroup group;
    private final Openness openness;

    Table(long seed, int issuers, int agents, boolean isSum) {
      var random = new Random(seed);
      for (int month = 0; month < 3; month++) {
        for (int i = 0; i < issuers; i++) {
          for (int a = 0; a < agents; a++) {
            if (random.nextInt(3) > 0) {
              add(month, "I" + i, "A" + a, "B" + i % 3, random);
            }
          }
        }
      }
      var silent = new HashSet<String>();
      IntStream.range(0, issuers)
          .filter(i -> random.nextInt(4) == 0)
          .forEach(i -> silent.add("I" + i));
      IntStream.range(0, agents)
          .filter(a -> random.nextInt(5) == 0)
          .forEach(a -> silent.add("A" + a));
      var figures = new ArrayList<Figure>();
      parts.forEach(
          (key, set) ->
              figures.add(
                  new Figure(
                      TableName.of("gold.kpi_value"),
                      key,
                      List.of(key),
                      shapes.get(key),
                      named.get(key),
                      named.get(key).stream().anyMatch(silent::contains),
                      set,
                      "",
                      key,
                      OptionalLong.empty())));
      group = new FigureGroup("random", List.of("numerator"), isSum, atoms, figures);
      openness = new Openness(group, new BitSet());
      new Suppression(group, RULES, new Preference()).secure(openness);
    }

    private void add(int month, String issuer, String agent, String band, Random random) {
      int place = atoms.size();
      long amount = random.nextInt(4) == 0 ? 0 : 1 + (long) Math.exp(random.nextInt(9));
      atoms.add(
          new Atom(Set.of(issuer, agent), Set.of(issuer), List.of(OptionalLong.of(amount)), false));
      for (int time : List.of(month, -1)) {
        put("ALL", "", time, Set.of(), place);
        put("ALL", band, time, Set.of(), place);
        put("ISSUER", "", time, Set.of(issuer), place);
        put("AGENT", "", time, Set.of(agent), place);
        put("PAIR", "", time, Set.of(issuer, agent), place);
      }
    }

    private void put(String level, String band, int month, Set<String> companies, int place) {
      String key = level + companies.stream().sorted().toList() + band + "@" + month;
      parts.computeIfAbsent(key, absent -> new BitSet()).set(place);
      shapes.put(
          key,
          new Shape(
              Statistic.COUNT,
              level,
              band.isEmpty() ? "" : "size_band",
              month < 0 ? "QUARTER_FY" : "MONTH",
              "THEN"));
      named.put(key, companies);
      months.put(key, month);
    }

    /** The table as the attacker sees it. */
    List<Row> rows() {
      return group.figures().stream().map(this::row).toList();
    }

    private Row row(Figure figure) {
      String key = figure.key();
      int month = months.get(key);
      var start = FIRST_MONTH.plusMonths(Math.max(0, month));
      return new Row(
          key,
          figure.shape().level(),
          company(figure, "I"),
          company(figure, "A"),
          figure.shape().slice(),
          figure.shape().slice().isEmpty() ? "" : key.substring(key.indexOf('B'), key.indexOf('@')),
          figure.shape().period(),
          start,
          start.plusMonths(month < 0 ? 3 : 1).minusDays(1),
          Map.of("numerator", group.total(figure.atoms(), 0).orElseThrow()));
    }

    private static String company(Figure figure, String side) {
      return figure.named().stream().filter(one -> one.startsWith(side)).findFirst().orElse("");
    }

    Set<String> published() {
      var published = new HashSet<String>();
      for (int index = 0; index < group.figures().size(); index++) {
        if (openness.isPublished(index)) {
          published.add(group.figures().get(index).key());
        }
      }
      return published;
    }
  }

  /** Nothing that is kept is the sum or the difference of two figures that are shown. */
  @Property(tries = 60)
  void nothingSuppressedComesBackByOneAdditionOrSubtraction(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 9) int issuers,
      @ForAll @IntRange(min = 1, max = 4) int agents,
      @ForAll boolean isSum) {
    var table = new Table(seed, issuers, agents, isSum);
    var shown = new HashMap<BitSet, String>();
    var kept = new HashMap<BitSet, String>();
    for (int index = 0; index < table.group.figures().size(); index++) {
      var figure = table.group.figures().get(index);
      (table.openness.isPublished(index) ? shown : kept).put(figure.atoms(), figure.key());
    }
    kept.forEach(
        (atoms, key) -> {
          if (table.group.total(atoms, 0).orElseThrow() == 0) {
            return;
          }
          assertThat(shown).as("%s itself", key).doesNotContainKey(atoms);
          shown.forEach(
              (one, name) -> {
                var rest = (BitSet) one.clone();
                rest.andNot(atoms);
                var below = (BitSet) atoms.clone();
                below.andNot(one);
                // kept = one - rest where one contains kept; kept = one + below where it is within.
                if (below.isEmpty()) {
                  assertThat(shown.get(rest)).as("%s = %s - it", key, name).isNull();
                } else if (rest.isEmpty()) {
                  assertThat(shown.get(below)).as("%s = %s + it", key, name).isNull();
                }
              });
        });
  }

  /** Nor do all of them together, as equations, tell it too closely. */
  @Property(tries = 40)
  void theAttackerLearnsNothing(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 8) int issuers,
      @ForAll @IntRange(min = 1, max = 3) int agents,
      @ForAll boolean isSum) {
    var table = new Table(seed, issuers, agents, isSum);
    assertThat(
            new Attacker(RULES.attackerIntervalPercent()).attack(table.rows(), table.published()))
        .isEmpty();
  }

  /** Tables of which the solver once said that there are no such numbers. */
  @Test
  void everyProgramHasASolution() {
    assertThatCode(
            () -> {
              new Table(201, 7, 2, false);
              new Table(1255317757981783832L, 6, 2, true);
              new Table(-6061499689271120035L, 9, 1, false);
            })
        .doesNotThrowAnyException();
  }

  /** A figure that is shown has enough others behind it. */
  @Property(tries = 60)
  void whatIsShownHasEnoughRespondents(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int issuers, @ForAll boolean isSum) {
    var table = new Table(seed, issuers, 2, isSum);
    for (int index = 0; index < table.group.figures().size(); index++) {
      var figure = table.group.figures().get(index);
      var others = new HashSet<String>();
      figure.atoms().stream()
          .forEach(atom -> others.addAll(table.group.atoms().get(atom).contributors()));
      others.removeAll(figure.named());
      if (table.openness.isPublished(index)) {
        assertThat(others.isEmpty() || others.size() >= RULES.fewestRespondents())
            .as("%s by %s", figure.key(), others)
            .isTrue();
      }
    }
  }
}
