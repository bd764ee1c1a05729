package jp.renkei.jobs.silver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.surveys.CsvRow;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.SurveyRound;
import jp.renkei.warehouse.definition.DefinitionException;

/**
 * Reads every register, round, target, comment and roadmap file that counts. Of a register or round
 * it is the edition in landing; where that one cannot be used as a whole, the newest earlier one
 * that can be stands until a better one is placed.
 */
final class RegisterReader {
  /** A register or round file as it was received at one time. */
  private interface Edition<E extends Edition<E>> {
    ReceivedFiles.File file();

    List<Problem> problems();

    /** Its rows, the header not; 0 for a file that is no CSV. */
    long lines();

    /** Whether it can stand; single rows may be refused all the same. */
    boolean isWhole();

    /** The edition where it stands for a later one that cannot be used. */
    E inPlaceOfALater();
  }

  private record ReadRegister(
      ReceivedFiles.File file, RegisterFile kind, RegisterRows rows, boolean isReadable, long lines)
      implements Edition<ReadRegister> {
    @Override
    public List<Problem> problems() {
      return rows.problems();
    }

    @Override
    public boolean isWhole() {
      return isReadable && (lines == 0 || !rows.rows().isEmpty());
    }

    /** The later edition may withdraw a consent: what nobody can read gives none. */
    @Override
    public ReadRegister inPlaceOfALater() {
      return new ReadRegister(file, kind, rows.withoutConsent(), isReadable, lines);
    }
  }

  private record ReadRound(
      ReceivedFiles.File file, String text, Optional<SurveyRound> round, List<Problem> problems)
      implements Edition<ReadRound> {
    @Override
    public long lines() {
      return 0;
    }

    @Override
    public boolean isWhole() {
      return round.isPresent() && problems.isEmpty();
    }

    @Override
    public ReadRound inPlaceOfALater() {
      return this;
    }
  }

  private final RegisterSource received;
  private final Map<String, List<ReceivedCsv.Line>> lines;
  private final List<ReadRound> rounds = new ArrayList<>();
  private final RegisterSteps.Reading reading = RegisterSteps.Reading.empty();

  private RegisterReader(RegisterSource received) {
    this.received = received;
    var files = new ArrayList<ReceivedFiles.File>();
    for (var kind :
        List.of(
            SubmissionKind.REGISTER,
            SubmissionKind.ROUND,
            SubmissionKind.TARGET,
            SubmissionKind.COMMENT,
            SubmissionKind.CORRECTION,
            SubmissionKind.ROADMAP)) {
      files.addAll(received.current(kind));
    }
    this.lines = received.lines(files);
  }

  static RegisterSteps.Reading read(RegisterSource source) {
    var reader = new RegisterReader(source);
    reader.readRounds();
    reader.readRegisters();
    reader.tellUnknownChosenIssuers();
    reader.reading.lines().putAll(reader.lines);
    return reader.reading;
  }

  private List<ReceivedCsv.Line> linesOf(ReceivedFiles.File file) {
    return lines.computeIfAbsent(
        file.submissionId(), id -> received.lines(List.of(file)).getOrDefault(id, List.of()));
  }

  /** The edition of a place that stands; one that is not whole only where there is no better. */
  private <E extends Edition<E>> Optional<E> standing(
      SubmissionKind kind, String place, Function<ReceivedFiles.File, E> read) {
    var now =
        received.current(kind).stream()
            .filter(file -> file.path().equals(place))
            .findFirst()
            .map(read);
    if (!received.isTaken(place) || now.filter(Edition::isWhole).isPresent()) {
      return now;
    }
    var earlier =
        received.earlier(kind, place).stream()
            .map(read)
            .filter(Edition::isWhole)
            .findFirst()
            .map(Edition::inPlaceOfALater);
    now.ifPresent(
        refused -> {
          var problems = new ArrayList<>(refused.problems());
          earlier.ifPresent(
              one -> problems.add(RegisterProblems.earlierEdition(place, one.file())));
          reading.problems().put(refused.file().submissionId(), problems);
          reading.received().put(refused.file().submissionId(), refused.lines());
        });
    return earlier.or(() -> now);
  }

  private void readRounds() {
    var places =
        received.of(SubmissionKind.ROUND).stream()
            .map(ReceivedFiles.File::path)
            .distinct()
            .filter(received::isTaken)
            .sorted(Comparator.comparing(RegisterReader::roundId))
            .toList();
    var byDate = new HashMap<LocalDate, String>();
    for (var place : places) {
      standing(SubmissionKind.ROUND, place, file -> round(file, byDate))
          .filter(Edition::isWhole)
          .ifPresent(
              stands -> {
                rounds.add(stands);
                reading.rounds().put(place, stands.text());
                reading.standing().add(stands.file().submissionId());
                byDate.put(stands.round().orElseThrow().referenceDate(), place);
              });
    }
  }

  /** Known only once the registers are. */
  private void tellUnknownChosenIssuers() {
    for (var read : rounds) {
      var round = read.round().orElseThrow();
      var problems =
          ChosenIssuers.of(round, reading.rows()).problems(read.file().path(), round).toList();
      if (!problems.isEmpty()) {
        reading.problems().put(read.file().submissionId(), problems);
      }
    }
  }

  private static String roundId(String place) {
    return place.endsWith(".yaml") ? place.substring(0, place.length() - ".yaml".length()) : place;
  }

  private ReadRound round(ReceivedFiles.File file, Map<LocalDate, String> byDate) {
    String path = file.path();
    if (!received.refusals(file).isEmpty()) {
      return new ReadRound(file, "", Optional.empty(), List.of());
    }
    String text = ReceivedCsv.text(linesOf(file));
    try {
      var round = SurveyRound.parse(path, text);
      var problems = new ArrayList<Problem>();
      if (!path.equals(RegisterProblems.roundPath(round))) {
        problems.add(RegisterProblems.wrongRoundName(path, round));
      } else if (byDate.containsKey(round.referenceDate())) {
        problems.add(
            RegisterProblems.sameReferenceDate(path, round, byDate.get(round.referenceDate())));
      }
      return new ReadRound(file, text, Optional.of(round), problems);
    } catch (DefinitionException e) {
      return new ReadRound(
          file, text, Optional.empty(), List.of(RegisterProblems.unreadable(path, e)));
    }
  }

  private void readRegisters() {
    var registers = new ArrayList<ReadRegister>();
    for (var kind : RegisterFile.ALL) {
      standing(SubmissionKind.REGISTER, kind.path(), file -> register(file, kind))
          .ifPresent(registers::add);
    }
    received.current(SubmissionKind.REGISTER).stream()
        .filter(file -> RegisterFile.at(file.path()).isEmpty())
        .forEach(
            file ->
                reading
                    .problems()
                    .put(file.submissionId(), List.of(RegisterProblems.unknownName(file.path()))));
    byName(SubmissionKind.TARGET)
        .forEach(file -> registers.add(register(file, RegisterFile.TARGETS)));
    byName(SubmissionKind.COMMENT)
        .forEach(file -> registers.add(register(file, RegisterFile.COMMENTS)));
    byName(SubmissionKind.CORRECTION)
        .forEach(file -> registers.add(register(file, RegisterFile.CORRECTIONS)));
    received
        .current(SubmissionKind.ROADMAP)
        .forEach(file -> registers.add(register(file, RegisterFile.ROADMAP)));
    takeIn(registers);
  }

  /** In the order in which one takes the place of another. */
  private Stream<ReceivedFiles.File> byName(SubmissionKind kind) {
    return received.current(kind).stream()
        .sorted(
            Comparator.comparing(ReceivedFiles.File::path)
                .thenComparing(received::isInLanding)
                .thenComparing(ReceivedFiles.File::sha256));
  }

  private ReadRegister register(ReceivedFiles.File file, RegisterFile kind) {
    var rows = RegisterRows.read(kind, ReceivedCsv.of(file.path(), linesOf(file)));
    boolean isReadable =
        received.refusals(file).stream().noneMatch(ReceivedFiles.Refusal::isOfWholeFile)
            && rows.problems().stream()
                .map(Problem::reason)
                .noneMatch(
                    reason -> reason == Reason.MISSING_COLUMN || reason == Reason.UNKNOWN_COLUMN);
    return new ReadRegister(file, kind, rows, isReadable, Math.max(0, linesOf(file).size() - 1));
  }

  private void takeIn(List<ReadRegister> registers) {
    var references = new RegisterReferences();
    registers.forEach(register -> references.add(register.kind(), register.rows().rows()));
    for (var register : registers) {
      var file = register.file();
      var rows = references.known(register.kind(), file.path(), register.rows());
      var refusedLines = received.refusals(file).stream().map(ReceivedFiles.Refusal::line).toList();
      var good =
          rows.rows().stream()
              .filter(row -> !refusedLines.contains(row.line()))
              .map(
                  row ->
                      register.kind().holdsStatements()
                          ? withSource(row, file.submissionId())
                          : row)
              .toList();
      reading
          .rows()
          .computeIfAbsent(register.kind().table().name().toString(), absent -> new ArrayList<>())
          .addAll(good);
      reading.taken().put(file.submissionId(), (long) good.size());
      reading.problems().put(file.submissionId(), rows.problems());
      reading.standing().add(file.submissionId());
      reading.received().put(file.submissionId(), register.lines());
      if (register.kind().path().equals(RegisterReferences.ISSUERS)) {
        tellRefusedIssuers(file, good);
      }
    }
  }

  private void tellRefusedIssuers(ReceivedFiles.File file, List<RegisterRows.Row> good) {
    var taken = good.stream().map(RegisterRows.Row::line).collect(Collectors.toSet());
    var csv = ReceivedCsv.of(file.path(), linesOf(file));
    Stream.concat(csv.rows().stream(), csv.brokenRows().stream())
        .filter(row -> !taken.contains(row.line()))
        .sorted(Comparator.comparingLong(CsvRow::line))
        .forEach(row -> reading.refusedIssuers().putIfAbsent(row.text("issuer_id"), row.line()));
  }

  private static RegisterRows.Row withSource(RegisterRows.Row row, String submissionId) {
    var values = new HashMap<>(row.values());
    values.put("submission_id", submissionId);
    values.put("line", row.line());
    return new RegisterRows.Row(row.line(), values);
  }
}
