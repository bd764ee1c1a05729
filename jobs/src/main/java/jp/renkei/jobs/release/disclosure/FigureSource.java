package jp.renkei.jobs.release.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import jp.renkei.jobs.run.SqlEngine;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.rules.DisclosureRules;
import jp.renkei.warehouse.rules.DisclosureRules.Content;

/** What the tables of figures are made of, from the pinned tables. */
interface FigureSource {
  List<FigureGroup> groups(SqlEngine tables, Consent consent, DisclosureRules rules);

  /** Which companies may be named. */
  record Consent(Set<String> companies) {
    static Consent read(SqlEngine tables) {
      var companies = new HashSet<String>();
      for (var row :
          tables.select(
              "select company_id from gold.company_consent where publication_consent = 'NAMED'")) {
        companies.add((String) row.get("company_id"));
      }
      return new Consent(companies);
    }

    boolean isWithheld(Set<String> named) {
      return !companies.containsAll(named);
    }
  }

  /** Whether who consents has published every single answer that the KPI is made of. */
  static boolean isOfSingleAnswers(KpiDefinition kpi, DisclosureRules rules) {
    // Answers that go with a suppressed figure are known only where the figure is.
    return !rules.answersOf().containsKey(kpi.id())
        && kpi.reads().stream()
            .allMatch(
                table -> rules.contentOf(table).filter(Content.SINGLE_ANSWERS::equals).isPresent());
  }

  /** The companies that a row names by its columns issuer_id and agent_id. */
  static Set<String> named(Map<String, Object> row) {
    var named = new HashSet<String>();
    for (String column : List.of("issuer_id", "agent_id")) {
      if (row.get(column) != null) {
        named.add((String) row.get(column));
      }
    }
    return named;
  }

  /** Atoms of a group by the parts that they are made of, each part once. */
  final class Atoms<P> {
    private final Map<P, Integer> places = new IdentityHashMap<>();
    private final List<Atom> atoms = new ArrayList<>();

    void add(P part, Atom atom) {
      places.computeIfAbsent(
          part,
          absent -> {
            atoms.add(atom);
            return atoms.size() - 1;
          });
    }

    BitSet places(List<P> parts) {
      var set = new BitSet();
      parts.forEach(part -> set.set(places.get(part)));
      return set;
    }

    List<Atom> all() {
      return atoms;
    }
  }

  static OptionalLong count(Map<String, Object> row, String column) {
    Object value = row.get(column);
    return value == null ? OptionalLong.empty() : OptionalLong.of(((Number) value).longValue());
  }
}
