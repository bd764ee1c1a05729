package jp.renkei.surveys.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.renkei.surveys.AnswerFile;
import jp.renkei.surveys.CsvFile;
import jp.renkei.surveys.Problem;

/**
 * A process of its own with a small heap, which reads files as workbooks and as answers in CSV and
 * writes a line for each: milliseconds, path, what came of it.
 */
final class ReadingOutcomes {
  private ReadingOutcomes() {}

  public static void main(String[] arguments) throws IOException {
    var lines = new ArrayList<String>();
    Path root = Path.of(arguments[1]);
    try (var tree = Files.walk(root)) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        String name = root.relativize(file).toString();
        byte[] content = Files.readAllBytes(file);
        long start = System.nanoTime();
        String asWorkbook = outcome(WorkbookReader.read(name, content));
        long between = System.nanoTime();
        asAnswers(name, content);
        long end = System.nanoTime();
        lines.add(
            millis(start, between) + "\t" + millis(between, end) + "\t" + name + "\t" + asWorkbook);
      }
    }
    Files.write(Path.of(arguments[0]), lines);
  }

  private static long millis(long start, long end) {
    return (end - start) / 1_000_000;
  }

  private static String outcome(WorkbookReading reading) {
    return reading
        .content()
        .map(
            content ->
                "読み取り可: "
                    + content.sheets().stream()
                        .map(sheet -> sheet.name() + " " + sheet.cells().size() + "セル")
                        .collect(Collectors.joining("、")))
        .orElseGet(() -> told(reading.problems()));
  }

  private static String told(List<Problem> problems) {
    return problems.stream()
        .map(
            problem ->
                problem.reason() + " " + problem.place().japanese() + "「" + problem.found() + "」")
        .collect(Collectors.joining(" / "));
  }

  private static void asAnswers(String name, byte[] content) {
    AnswerFile answers = AnswerFile.read(name, content);
    CsvFile csv = CsvFile.read(name, content);
    boolean isTold = answers.hasErrors() && (csv.hasErrors() || !csv.columns().isEmpty());
    if (!isTold) {
      throw new IllegalStateException("Cannot go on: nothing was said of " + name + ".");
    }
  }
}
