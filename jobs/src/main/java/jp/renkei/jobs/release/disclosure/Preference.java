package jp.renkei.jobs.release.disclosure;

import java.util.HashSet;
import java.util.Set;

/**
 * Companies of which a figure is suppressed already. Readers lose least when the next figure to be
 * suppressed is theirs too, and what is suppressed of one KPI and month is then not shown by
 * another.
 */
final class Preference {
  private final Set<Set<String>> companies = new HashSet<>();

  void add(Set<String> named) {
    if (!named.isEmpty()) {
      companies.add(named);
    }
  }

  boolean contains(Set<String> named) {
    return companies.contains(named);
  }
}
