package jp.renkei.jobs.silver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.renkei.jobs.landing.LandingProblems;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Questionnaire.Side;
import jp.renkei.surveys.SurveyContext;
import jp.renkei.surveys.SurveyRound;

/**
 * Registers and rounds as they lie in a landing folder now, without a warehouse: who there is, and
 * who is asked what. A file that cannot be read knows nobody, and is among the problems.
 */
public final class LandedRegisters {
  private final Map<String, List<RegisterRows.Row>> rows;
  private final List<SurveyRound> rounds;
  private final Registers registers;
  private final List<Problem> problems;

  /** A company of a register on one day; texts are empty where the register has none. */
  public record Company(Side side, String id, String nameJa, String corporateNumber) {}

  /** A product line of an issuer on one day. */
  public record ProductLine(String id, String issuerId, String nameJa, String segment) {}

  private LandedRegisters(RegisterSteps.Reading reading, List<Problem> problems) {
    this.rows = reading.rows();
    this.problems = List.copyOf(problems);
    this.registers = new Registers(reading.rows(), reading.rounds());
    var parsed = new LinkedHashMap<String, SurveyRound>();
    reading.rounds().forEach((path, text) -> parsed.put(path, SurveyRound.parse(path, text)));
    this.rounds =
        parsed.values().stream()
            .sorted(Comparator.comparing(SurveyRound::referenceDate).reversed())
            .toList();
  }

  /** The files of a landing folder that are read here: below it, with forward slashes. */
  static Map<String, Path> files(Path landing) throws IOException {
    var files = new TreeMap<String, Path>();
    for (var register : RegisterFile.ALL) {
      Path file = landing.resolve(register.path());
      if (Files.exists(file)) {
        files.put(register.path(), file);
      }
    }
    Path rounds = landing.resolve("rounds");
    if (Files.isDirectory(rounds)) {
      try (Stream<Path> all = Files.list(rounds)) {
        all.filter(file -> file.toString().endsWith(".yaml"))
            .filter(file -> !file.getFileName().toString().startsWith("."))
            .forEach(file -> files.put("rounds/" + file.getFileName(), file));
      }
    }
    return files;
  }

  /** Reads what lies in a landing folder. */
  public static LandedRegisters read(Path landing) {
    var texts = new ArrayList<TextFile>();
    var problems = new ArrayList<Problem>();
    try {
      for (var file : files(landing).entrySet()) {
        try {
          texts.add(TextFile.read(file.getKey(), file.getValue()));
        } catch (IOException e) {
          problems.add(LandingProblems.unreadable(file.getKey(), e));
        }
      }
    } catch (IOException e) {
      problems.add(LandingProblems.unreadable("rounds", e));
    }
    return new LandedRegisters(RegisterReader.read(new LookedAtFiles(texts)), problems);
  }

  /** Registers and rounds that could not be read at all. */
  public List<Problem> problems() {
    return problems;
  }

  /** The newest reference date first. */
  public List<SurveyRound> rounds() {
    return rounds;
  }

  public Optional<SurveyRound> round(String roundId) {
    return rounds.stream().filter(round -> round.roundId().equals(roundId)).findFirst();
  }

  public SurveyContext context() {
    return registers;
  }

  Registers registers() {
    return registers;
  }

  /** Every company of a side that is valid on a day, by id. */
  public List<Company> companies(Side side, LocalDate on) {
    return rowsOf(side).stream()
        .filter(row -> row.validity().holds(on))
        .map(row -> company(side, row))
        .sorted(Comparator.comparing(Company::id))
        .toList();
  }

  /** A company as it is on a day, else as the register last knew it. */
  public Optional<Company> company(Side side, String id, LocalDate on) {
    var known = rowsOf(side).stream().filter(row -> row.text(idOf(side)).equals(id)).toList();
    return known.stream()
        .filter(row -> row.validity().holds(on))
        .findFirst()
        .or(() -> known.stream().reduce((earlier, later) -> later))
        .map(row -> company(side, row));
  }

  /** An issuer's product lines that are valid on a day, by id. */
  public List<ProductLine> productLines(String issuerId, LocalDate on) {
    return rows.getOrDefault("silver.product_line", List.of()).stream()
        .filter(row -> row.text("issuer_id").equals(issuerId))
        .filter(row -> row.validity().holds(on))
        .map(
            row ->
                new ProductLine(
                    row.text("product_line_id"),
                    issuerId,
                    row.text("name_ja"),
                    row.text("segment")))
        .sorted(Comparator.comparing(ProductLine::id))
        .toList();
  }

  /** Who is asked: the issuers of the round's frame, or the agents valid on its reference date. */
  public List<String> frame(SurveyRound round, Side side) {
    if (side == Side.AGENT) {
      return companies(side, round.referenceDate()).stream().map(Company::id).toList();
    }
    return rows.getOrDefault("silver.population_frame", List.of()).stream()
        .filter(row -> row.text("frame_id").equals(round.frameId()))
        .map(row -> row.text("issuer_id"))
        .distinct()
        .sorted()
        .toList();
  }

  private List<RegisterRows.Row> rowsOf(Side side) {
    return rows.getOrDefault(side == Side.ISSUER ? "silver.issuer" : "silver.agent", List.of());
  }

  private static String idOf(Side side) {
    return side == Side.ISSUER ? "issuer_id" : "agent_id";
  }

  private static Company company(Side side, RegisterRows.Row row) {
    return new Company(
        side, row.text(idOf(side)), row.text("name_ja"), row.text("corporate_number"));
  }
}
