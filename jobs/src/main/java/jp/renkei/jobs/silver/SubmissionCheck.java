package jp.renkei.jobs.silver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.renkei.jobs.gateway.FeedFile;
import jp.renkei.jobs.gateway.LogCheck;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.summary.SummaryFile;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.CsvFile;
import jp.renkei.surveys.Problem;

/**
 * Checks files as a run would, by the same code, against the registers and rounds of a landing
 * folder; stores nothing. A register is checked against those that lie beside it.
 */
public final class SubmissionCheck {
  private final Path landing;
  private final Clock clock;
  private final Map<String, TextFile> context = new TreeMap<>();
  private final List<CheckedFile> faults = new ArrayList<>();
  private Optional<LandedSurveys> surveys = Optional.empty();

  private SubmissionCheck(Path landing, Clock clock) {
    this.landing = landing;
    this.clock = clock;
  }

  /** Reads the registers and rounds of a landing folder; a missing one knows nobody. */
  public static SubmissionCheck against(Path landing) {
    return against(landing, Clock.systemUTC());
  }

  /**
   * The same at another time than now.
   *
   * @param clock that says when files are received which do not lie in landing yet
   */
  public static SubmissionCheck against(Path landing, Clock clock) {
    var check = new SubmissionCheck(landing, clock);
    for (var register : RegisterFile.ALL) {
      check.addContext(register.path(), landing.resolve(register.path()));
    }
    Path rounds = landing.resolve("rounds");
    if (Files.isDirectory(rounds)) {
      try (Stream<Path> files = Files.list(rounds)) {
        files
            .filter(file -> file.toString().endsWith(".yaml"))
            .forEach(file -> check.addContext("rounds/" + file.getFileName(), file));
      } catch (IOException e) {
        check.faults.add(unreadable(rounds.toString(), e));
      }
    }
    return check;
  }

  private void addContext(String path, Path file) {
    if (Files.exists(file)) {
      try {
        context.put(path, TextFile.read(path, file));
      } catch (IOException e) {
        faults.add(unreadable(file.toString(), e));
      }
    }
  }

  /** Registers and rounds that could not be read, so that nothing was checked against them. */
  public List<CheckedFile> faults() {
    return List.copyOf(faults);
  }

  /** Everything wrong with a file. */
  public CheckedFile check(Path file) {
    String name = file.toString();
    try {
      boolean isForeign = ForeignCheck.isForeign(file);
      boolean isLog = !isForeign && SubmissionPlace.isLog(landing, file);
      var tooLarge = CsvFile.tooLarge(name, Files.size(file)).filter(problem -> !isLog);
      if (tooLarge.isPresent()) {
        return problems(name, List.of(tooLarge.get()));
      }
      if (isForeign) {
        return problems(name, ForeignCheck.problems(file));
      }
      byte[] content = isLog ? new byte[0] : Files.readAllBytes(file);
      var place = SubmissionPlace.of(landing, file, content);
      return switch (place.kind()) {
        case GATEWAY -> log(name, file, place);
        case FEED ->
            new CheckedFile(
                name,
                FeedFile.problem(name, file).stream()
                    .map(problem -> Finding.of(name, problem))
                    .toList(),
                Optional.empty());
        case METRICS ->
            problems(name, metricsProblems(TextFile.of(place.path(), content), place.isGiven()));
        case SUMMARY -> problems(name, summaryProblems(content, place));
        case UNKNOWN -> problems(name, List.of(RegisterProblems.unknownFolder(place.path())));
        default ->
            problems(name, problems(file, TextFile.of(place.path(), content, receivedAt(file))));
      };
    } catch (IOException e) {
      return unreadable(name, e);
    } catch (UncheckedIOException e) {
      return unreadable(name, e.getCause());
    }
  }

  private static CheckedFile unreadable(String name, IOException cause) {
    var found =
        cause instanceof NoSuchFileException
            ? new BilingualText("there is no such file", "存在しないファイル")
            : new BilingualText(
                cause.toString(), "読み取りエラー（" + cause.getClass().getSimpleName() + "）");
    return new CheckedFile(name, List.of(Finding.unreadable(name, found)), Optional.empty());
  }

  private static CheckedFile problems(String name, List<Problem> problems) {
    return new CheckedFile(
        name,
        problems.stream().map(problem -> Finding.of(name, problem)).toList(),
        Optional.empty());
  }

  private CheckedFile log(String name, Path file, SubmissionPlace place) throws IOException {
    var log =
        LogCheck.of(
            name,
            file,
            place.isGiven() ? Optional.of(place.path()) : Optional.empty(),
            issuerIds());
    var findings =
        Stream.concat(
                log.problem().stream().map(problem -> Finding.of(name, problem)),
                log.first().stream().map(line -> Finding.of(name, line)))
            .toList();
    return new CheckedFile(
        name, findings, log.problem().isPresent() ? Optional.empty() : Optional.of(log));
  }

  private Instant receivedAt(Path file) throws IOException {
    boolean isLanded =
        file.toAbsolutePath().normalize().startsWith(landing.toAbsolutePath().normalize());
    return isLanded ? TextFile.placedAt(file) : clock.instant();
  }

  private Set<String> issuerIds() {
    return MetricsFiles.issuerIds(reading(context.values().stream().toList()));
  }

  private List<Problem> problems(Path file, TextFile text) {
    var problems = new LinkedHashSet<Problem>();
    var files = besides(file, text);
    if (text.kind() != SubmissionKind.SURVEY) {
      problems.addAll(text.problems());
    }
    if (text.kind() == SubmissionKind.SURVEY) {
      var receipt = LandedReceipts.read(landing).get(text.file().sha256());
      var looked = surveys().compared(text.file().path(), text, Optional.ofNullable(receipt));
      problems.addAll(looked.problems());
      looked.units().forEach(unit -> problems.addAll(unit.problems()));
    } else if (text.kind() == SubmissionKind.RECEIPT) {
      Receipts.fault(text.file().path(), ReceivedCsv.text(text.lines())).ifPresent(problems::add);
    } else if (text.kind() == SubmissionKind.CORRECTION) {
      problems.addAll(CorrectionCheck.problems(landing, text));
    } else {
      files.add(text);
      problems.addAll(
          reading(files).problems().getOrDefault(text.file().submissionId(), List.of()));
    }
    return List.copyOf(problems);
  }

  /** The issuer is known by the folder, so that a file outside of one is nobody's. */
  private List<Problem> metricsProblems(TextFile text, boolean isPlaceGiven) {
    var problems = new ArrayList<>(text.problems());
    if (isPlaceGiven) {
      MetricsFiles.placeProblem(text.file().path(), issuerIds()).forEach(problems::add);
    }
    if (text.problems().isEmpty()) {
      problems.addAll(
          MetricsFiles.check(
                  text.file().submissionId(), text.file().path(), ReceivedCsv.text(text.lines()))
              .problems());
    }
    return problems;
  }

  /** Whose summary it is, is known by what is signed where its place does not say it. */
  private List<Problem> summaryProblems(byte[] content, SubmissionPlace place) {
    var registers = reading(context.values().stream().toList());
    var keys = SummaryFiles.keys(registers);
    var file = SummaryFile.read(place.path(), content);
    var checked =
        SummaryVerdict.of("", file, keys.stream().map(SummaryFiles.IssuerKey::key).toList());
    String path =
        checked
            .header()
            .filter(header -> !place.isGiven())
            .map(
                header ->
                    "summaries/" + header.issuerId() + "/" + Path.of(place.path()).getFileName())
            .orElse(place.path());
    return SummaryFiles.problems(
        path, Optional.of(checked), keys, issuerIds(), OffsetDateTime.now(ZoneOffset.UTC));
  }

  private LandedSurveys surveys() {
    if (surveys.isEmpty()) {
      surveys = Optional.of(new LandedSurveys(landing));
    }
    return surveys.get();
  }

  /** The registers and rounds that a file is checked against, its own older self not. */
  private List<TextFile> besides(Path file, TextFile text) {
    var files = new TreeMap<>(context);
    if (text.kind() == SubmissionKind.REGISTER) {
      for (var register : RegisterFile.ALL) {
        Path beside = file.resolveSibling(Path.of(register.path()).getFileName());
        if (Files.exists(beside)) {
          try {
            files.put(register.path(), TextFile.read(register.path(), beside));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
    }
    files.remove(text.file().path());
    files.values().removeIf(other -> other.file().sha256().equals(text.file().sha256()));
    return new ArrayList<>(files.values());
  }

  private static RegisterSteps.Reading reading(List<TextFile> files) {
    return RegisterReader.read(new LookedAtFiles(files));
  }
}
