package jp.renkei.jobs.silver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.jobs.Sha256;
import jp.renkei.surveys.Problem;

/**
 * Checks a file of corrections against what lies in a landing folder now, beside the corrections
 * that lie there already; stores nothing.
 */
final class CorrectionCheck implements CorrectionTargets {
  private final Path landing;
  private final Map<String, List<ReceivedCsv.Line>> lines = new HashMap<>();

  private CorrectionCheck(Path landing) {
    this.landing = landing.toAbsolutePath().normalize();
  }

  /** What the next run would say of the file. */
  static List<Problem> problems(Path landing, TextFile text) {
    var check = new CorrectionCheck(landing);
    var problems = new ArrayList<Problem>();
    var own = StandingCorrections.statements(text.file(), text.lines(), problems);
    var statements = new ArrayList<>(own);
    for (var other : check.others(text)) {
      statements.addAll(
          StandingCorrections.statements(other.file(), other.lines(), new ArrayList<>()));
    }
    var found = new ArrayList<Problem>();
    Corrections.of(statements, check, found);
    found.stream()
        .filter(problem -> problem.file().equals(text.file().path()))
        .forEach(problems::add);
    return problems;
  }

  private List<TextFile> others(TextFile text) {
    var others = new ArrayList<TextFile>();
    for (Path file : below(RegisterFile.CORRECTIONS.path())) {
      String path = pathOf(file);
      if (!path.equals(text.file().path())) {
        read(path)
            .filter(one -> !one.file().sha256().equals(text.file().sha256()))
            .ifPresent(others::add);
      }
    }
    return others;
  }

  private List<Path> below(String folder) {
    Path there = landing.resolve(folder);
    if (!Files.isDirectory(there)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(there)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String pathOf(Path file) {
    return landing.relativize(file).toString().replace('\\', '/');
  }

  /** A file of landing; empty for none, and for a path that leads out of it. */
  private Optional<TextFile> read(String path) {
    Path file = landing.resolve(path).normalize();
    if (!file.startsWith(landing) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(TextFile.read(path, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<ReceivedFiles.File> at(String path) {
    return read(path).map(this::known);
  }

  @Override
  public Optional<ReceivedFiles.File> ofHash(String sha256) {
    return Stream.of("surveys", "register", "roadmap", "targets", "comments")
        .flatMap(folder -> below(folder).stream())
        .filter(file -> hash(file).equals(sha256))
        .findFirst()
        .flatMap(file -> at(pathOf(file)));
  }

  private static String hash(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ReceivedFiles.File known(TextFile text) {
    lines.put(text.file().submissionId(), text.lines());
    return text.file();
  }

  @Override
  public List<ReceivedCsv.Line> asReceived(ReceivedFiles.File file) {
    return lines.getOrDefault(file.submissionId(), List.of());
  }
}
