package jp.renkei.jobs.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.renkei.jobs.metrics.MetricsFigure.PeriodType;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.warehouse.privacy.CardNumbers;

/**
 * One file of landing's folder {@code metrics/<issuer_id>/}, read and checked. Any error refuses it
 * whole.
 *
 * @param requestTime when the issuer took the figures; empty where the file does not say
 * @param problems in the order of the file
 * @param broken the rules of {@code cdr-metrics.yaml} that the file breaks without being refused
 * @param figures none of a refused file
 */
public record MetricsFile(
    Optional<OffsetDateTime> requestTime,
    List<Problem> problems,
    List<BrokenRule> broken,
    List<MetricsFigure> figures) {
  private static final Pattern PLACE = Pattern.compile("metrics/([^/]+)/[^/]+\\.json");

  /** A decimal number stands for itself; the digits behind its point are no card number. */
  private static final Pattern DECIMAL =
      Pattern.compile("(?<=[\"\\[,:\\s])[0-9]{1,3}\\.[0-9]+(?=[\"\\],}\\s])");

  private static final Pattern BEGINNING =
      Pattern.compile("\\A\\uFEFF?\\s*\\{\\s*\"(data|links|meta)\"\\s*:");

  /** A rule that a file breaks, for a table. */
  public record BrokenRule(String ruleId, String place, String found, String expected)
      implements Serializable {}

  /** Text as it may be kept, and what was wrong with the bytes. */
  public record Received(String text, List<Problem> problems) {}

  public MetricsFile {
    problems = List.copyOf(problems);
    broken = List.copyOf(broken);
    figures = List.copyOf(figures);
  }

  /** Whose figures a file states, by its place below landing; empty in a wrong place. */
  public static Optional<String> issuerOf(String path) {
    var place = PLACE.matcher(path);
    return place.matches() ? Optional.of(place.group(1)) : Optional.empty();
  }

  /** Whether a file of an unknown place begins as an answer to Get Metrics does. */
  public static boolean isLikely(String beginning) {
    return BEGINNING.matcher(beginning).find();
  }

  /** The bytes as they are received: card numbers masked, and whether they are JSON at all. */
  public static Received receive(String path, byte[] content) {
    var text = StrictJson.text(content);
    if (text.isEmpty()) {
      return new Received("", List.of(StrictJson.notUtf8(path)));
    }
    var json = StrictJson.read(path, text.get());
    var problems = new ArrayList<>(json.problem().stream().toList());
    String masked = masked(text.get());
    boolean isEscaped =
        masked.equals(text.get()) && json.value().filter(MetricsFile::holdsCardNumber).isPresent();
    if (isEscaped || !masked.equals(text.get())) {
      problems.add(cardNumber(path));
    }
    // What hides behind escapes cannot be masked in place.
    return new Received(isEscaped ? "" : masked, problems);
  }

  /** Reads and checks the text of a file that could be received. */
  public static MetricsFile of(String path, String text) {
    var json = StrictJson.read(path, text);
    if (json.value().isEmpty()) {
      return refused(Optional.empty(), json.problem().stream().toList());
    }
    var rules = MetricsRules.builtIn();
    var root = json.value().get();
    var problems = new ArrayList<>(ShapeCheck.of(path, root, rules.shape()));
    var requestTime =
        Optional.ofNullable(root.at("/data/requestTime").textValue()).flatMap(ScalarType::dateTime);
    if (Problem.anyError(problems)) {
      return refused(requestTime, problems);
    }
    var data = root.get("data");
    var found = FigureChecks.of(path, data, rules);
    found.forEach(one -> problems.add(one.problem()));
    if (Problem.anyError(problems)) {
      return refused(requestTime, problems);
    }
    return new MetricsFile(
        requestTime,
        problems,
        found.stream().map(MetricsFile::brokenRule).toList(),
        MetricsFigures.of(
            data,
            rules.dataShape(),
            requestTime.orElseThrow().atZoneSameInstant(rules.zone()).toLocalDate()));
  }

  /** The days that the figures are of. */
  public long days() {
    return figures.stream()
        .filter(figure -> figure.periodType() == PeriodType.DAY)
        .map(MetricsFigure::periodStart)
        .distinct()
        .count();
  }

  private static MetricsFile refused(Optional<OffsetDateTime> requestTime, List<Problem> problems) {
    return new MetricsFile(requestTime, problems, List.of(), List.of());
  }

  private static BrokenRule brokenRule(FigureChecks.FoundRule found) {
    var problem = found.problem();
    return new BrokenRule(
        found.rule().name(), problem.place().subject(), problem.found(), problem.expected().ja());
  }

  private static String masked(String text) {
    var masked = new StringBuilder();
    var decimal = DECIMAL.matcher(text);
    int from = 0;
    while (decimal.find()) {
      masked
          .append(CardNumbers.mask(text.substring(from, decimal.start())))
          .append(decimal.group());
      from = decimal.end();
    }
    return masked.append(CardNumbers.mask(text.substring(from))).toString();
  }

  private static boolean holdsCardNumber(JsonNode value) {
    var texts = new ArrayList<String>();
    value.fieldNames().forEachRemaining(texts::add);
    if (value.isTextual() && ScalarType.RATE_STRING.holds(value)) {
      return false;
    }
    if (value.isTextual()) {
      texts.add(value.textValue());
    }
    return texts.stream().anyMatch(CardNumbers::found)
        || value.valueStream().anyMatch(MetricsFile::holdsCardNumber);
  }

  private static Problem cardNumber(String path) {
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.CARD_NUMBER_FOUND,
        "****",
        new BilingualText("no card number", "カード番号を含まない値"),
        new BilingualText(
            "Delete the card number and send the file again.", "カード番号を削除し、改めて提出してください。"));
  }
}
