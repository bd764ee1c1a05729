package jp.renkei.jobs.release.disclosure;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The smallest part that figures are added up from.
 *
 * @param companies companies that it is about
 * @param contributors those of them whose answers or logs it is made of
 * @param amounts what it adds to each column of its group; empty where that is not known
 * @param isKnown whether readers know it from single answers that are published by consent
 */
record Atom(
    Set<String> companies, Set<String> contributors, List<OptionalLong> amounts, boolean isKnown) {
  Atom {
    companies = Set.copyOf(companies);
    contributors = Set.copyOf(contributors);
    amounts = List.copyOf(amounts);
  }

  /** Whether anything is counted in it. */
  boolean isAnythingCounted() {
    return amounts.stream().anyMatch(amount -> amount.orElse(0) > 0);
  }
}
