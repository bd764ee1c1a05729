package jp.renkei.webapi.issuers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The columns of the list of issuers, each of which it can be sorted by. */
public enum IssuerColumn {
  NAME(row -> Optional.of(row.name())),
  ADOPTION(row -> row.adoptionOrder()),
  PLANNED(row -> row.since()),
  CONNECTIONS(row -> row.connections().sortKey()),
  ACCOUNTS_API(row -> row.accountsApi().sortKey()),
  ACCOUNTS_SCRAPING(row -> row.accountsScraping().sortKey()),
  ACCOUNTS_BOTH(row -> row.accountsBoth().sortKey()),
  SCRAPING_SHARE(row -> row.scrapingShare().sortKey()),
  MATCH(row -> row.match().sortKey());

  private final Function<IssuerRow, Optional<? extends Comparable<?>>> key;

  IssuerColumn(Function<IssuerRow, Optional<? extends Comparable<?>>> key) {
    this.key = key;
  }

  /** The value of {@code ?sort=} and the end of the heading's message key. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isNumber() {
    return compareTo(CONNECTIONS) >= 0;
  }

  static Optional<IssuerColumn> of(String code) {
    return Arrays.stream(values()).filter(column -> column.code().equals(code)).findFirst();
  }

  /** Rows by this column; those without a value stand last in both directions. */
  Comparator<IssuerRow> order(boolean isDescending) {
    Comparator<IssuerRow> byKey =
        (left, right) -> {
          var one = key.apply(left);
          var other = key.apply(right);
          if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
          }
          int compared = compare(one.get(), other.get());
          return isDescending ? -compared : compared;
        };
    return byKey.thenComparing(IssuerRow::id);
  }

  @SuppressWarnings("unchecked") // The keys of one column all have one type.
  private static int compare(Comparable<?> one, Comparable<?> other) {
    return ((Comparable<Object>) one).compareTo(other);
  }
}
