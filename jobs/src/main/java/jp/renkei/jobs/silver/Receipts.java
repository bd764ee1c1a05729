package jp.renkei.jobs.silver;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.Receipt;
import jp.renkei.warehouse.definition.DefinitionException;

/**
 * Who handed which survey file in, when and how. A file that was handed in twice has two receipts,
 * of which the one of the later time says it; the day of arrival is the first. A receipt that
 * cannot be used takes nothing away from its file.
 */
final class Receipts {
  private static final Comparator<Receipt> LAST =
      Comparator.comparing((Receipt receipt) -> receipt.submittedAt().toInstant())
          .thenComparing(receipt -> receipt.entries().toString());

  private final Map<String, Receipt> bySha = new HashMap<>();
  private final Map<String, List<Problem>> problems = new HashMap<>();
  private final Set<String> read = new HashSet<>();

  private Receipts() {}

  static Receipts read(RegisterSource source) {
    var receipts = new Receipts();
    var files = source.current(SubmissionKind.RECEIPT);
    if (files.isEmpty()) {
      return receipts;
    }
    var surveys =
        source.of(SubmissionKind.SURVEY).stream()
            .map(ReceivedFiles.File::sha256)
            .collect(Collectors.toSet());
    var lines = source.lines(files);
    for (var file : files) {
      String text = ReceivedCsv.text(lines.getOrDefault(file.submissionId(), List.of()));
      receipts.take(file, text, surveys);
    }
    return receipts;
  }

  private void take(ReceivedFiles.File file, String text, Set<String> surveys) {
    try {
      var receipt = Receipt.parse(file.path(), text);
      read.add(file.submissionId());
      if (surveys.contains(receipt.sha256())) {
        bySha.merge(receipt.sha256(), receipt, Receipts::later);
      } else {
        problems.put(file.submissionId(), List.of(noFile(file.path(), receipt)));
      }
    } catch (DefinitionException e) {
      problems.put(file.submissionId(), List.of(unreadable(file.path(), e)));
    }
  }

  /**
   * What two receipts of one file come to: the later says it, but for the day of arrival, since a
   * file that came in time is not late when its sender goes back to it.
   */
  static Receipt later(Receipt one, Receipt other) {
    var last = LAST.compare(one, other) >= 0 ? one : other;
    var before = last == one ? other : one;
    return before.arrivedOn().isBefore(last.arrivedOn()) ? last.arrived(before.arrivedOn()) : last;
  }

  /** What is wrong with a receipt text by itself; whether its file is there is not looked at. */
  static Optional<Problem> fault(String path, String text) {
    try {
      Receipt.parse(path, text);
      return Optional.empty();
    } catch (DefinitionException e) {
      return Optional.of(unreadable(path, e));
    }
  }

  /** The receipt of a survey file; empty for one that was put into landing by hand. */
  Optional<Receipt> of(ReceivedFiles.File file) {
    return Optional.ofNullable(bySha.get(file.sha256()));
  }

  /** What is wrong with a receipt file. */
  List<Problem> problems(ReceivedFiles.File receiptFile) {
    return problems.getOrDefault(receiptFile.submissionId(), List.of());
  }

  /** Whether a receipt file says what a receipt has to say. */
  boolean isReadable(ReceivedFiles.File receiptFile) {
    return read.contains(receiptFile.submissionId());
  }

  private static Problem noFile(String path, Receipt receipt) {
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.UNKNOWN_ID,
        receipt.path() + " sha256 " + receipt.sha256(),
        new BilingualText(
            "the SHA-256 of a file that arrived below surveys", "surveys の下に届いたファイルのSHA-256"),
        new BilingualText(
            "Place the file below surveys as it was handed in; its receipt counts from then on.",
            "受け取ったままのファイルを surveys の下に置いてください。それまで、この受付記録は使いません。"));
  }

  private static Problem unreadable(String path, DefinitionException cause) {
    return DefinitionProblems.unusable(
        path,
        cause,
        new BilingualText(
            "a receipt with sha256, path, submitted_at and submitted_by",
            "sha256、path、submitted_at、submitted_by を持つ受付記録"),
        new BilingualText(
            "Correct the receipt; until then the file counts as it says itself.",
            "受付記録を訂正してください。それまで、回答のファイルは、そのファイル自身の記載のとおりに扱います。"));
  }
}
