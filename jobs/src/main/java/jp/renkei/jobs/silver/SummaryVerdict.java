package jp.renkei.jobs.silver;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.jobs.summary.SummaryFile;
import jp.renkei.jobs.summary.SummaryHeader;
import jp.renkei.jobs.summary.SummaryTable;
import jp.renkei.jobs.summary.VerificationKey;
import jp.renkei.surveys.Problem;

/** What a file below {@code summaries/} says by its content alone, as a task hands it out. */
final class SummaryVerdict implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String submissionId;
  // Null where there is none: what tasks hand out must be serializable.
  private final SummaryHeader header;
  private final VerificationKey signedWith;
  private final TreeSet<String> products;
  private final List<Problem> problems;

  private SummaryVerdict(
      String submissionId,
      SummaryHeader header,
      VerificationKey signedWith,
      TreeSet<String> products,
      List<Problem> problems) {
    this.submissionId = submissionId;
    this.header = header;
    this.signedWith = signedWith;
    this.products = products;
    this.problems = problems;
  }

  /** The verdict on a file, whose signature may be of some keys. */
  static SummaryVerdict of(String submissionId, SummaryFile file, List<VerificationKey> keys) {
    return new SummaryVerdict(
        submissionId,
        file.header().orElse(null),
        file.header().isEmpty() ? null : file.signedWith(keys).orElse(null),
        products(file),
        file.problems());
  }

  private static TreeSet<String> products(SummaryFile file) {
    int product = SummaryTable.LOG_FILE.table().columnNames().indexOf("product");
    return file.tables().getOrDefault(SummaryTable.LOG_FILE, List.of()).stream()
        .map(row -> (String) row.get(product))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  String submissionId() {
    return submissionId;
  }

  /** Empty where it is no summary. */
  Optional<SummaryHeader> header() {
    return Optional.ofNullable(header);
  }

  /** The key among those given that it is signed with, whosoever it is. */
  Optional<VerificationKey> signedWith() {
    return Optional.ofNullable(signedWith);
  }

  /** The gateway products whose logs it counts. */
  SortedSet<String> products() {
    return Collections.unmodifiableSortedSet(products);
  }

  List<Problem> problems() {
    return problems;
  }
}
