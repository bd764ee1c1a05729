package jp.renkei.jobs.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.renkei.jobs.metrics.MetricsRules.Rule;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.Problem.Severity;

/**
 * What must hold between the figures of one day, for the current day and each of the previous ones.
 * A rule that needs a figure that is not there is passed over: missing is not 0.
 */
final class FigureChecks {
  private static final List<String> TIERS =
      List.of("unauthenticated", "highPriority", "lowPriority", "unattended", "largePayload");
  private static final List<String> SHARED_TIERS = List.of("secondary", "largeSecondary");
  private static final List<String> ASPECTS =
      List.of("aggregate", "unauthenticated", "authenticated");
  private static final BigDecimal TPS_ROUNDING = new BigDecimal("0.02");
  private static final BigDecimal SHARE_ROUNDING = new BigDecimal("0.001");
  private static final BigDecimal SLOWEST_SECONDS = new BigDecimal("60");
  private static final BilingualText REMEDY =
      new BilingualText(
          "Check both figures and send the file again under the same name.",
          "両方の値を確かめ、同じ名前のファイルで置き直してください。");

  private final String file;
  private final JsonNode data;
  private final MetricsRules rules;
  private final List<FoundRule> found = new ArrayList<>();

  /** A problem and the rule that found it. */
  record FoundRule(Rule rule, Problem problem) {}

  private FigureChecks(String file, JsonNode data, MetricsRules rules) {
    this.file = file;
    this.data = data;
    this.rules = rules;
  }

  /** All that contradicts itself in a file of the right shape. */
  static List<FoundRule> of(String file, JsonNode data, MetricsRules rules) {
    var checks = new FigureChecks(file, data, rules);
    checks.requestDay();
    checks.daysGiven();
    checks.day("currentDay");
    for (int index = 0; index < 7; index++) {
      checks.day("previousDays/" + index);
    }
    return List.copyOf(checks.found);
  }

  private void day(String day) {
    abandonments(day);
    errors(day);
    transactions(day);
    performance(day);
    responses(day);
  }

  private void requestDay() {
    String text = data.path("requestTime").textValue();
    ScalarType.dateTime(text)
        .filter(
            time -> !time.toLocalDate().equals(time.atZoneSameInstant(rules.zone()).toLocalDate()))
        .ifPresent(time -> tell(Rule.REQUEST_DAY_IN_JAPAN, "requestTime", text));
  }

  private void daysGiven() {
    if (data.findValues("previousDays").stream().allMatch(JsonNode::isEmpty)) {
      tell(Rule.DAYS_GIVEN, "invocations", "previousDays なし");
    }
  }

  private void abandonments(String day) {
    var stages = new ArrayList<Optional<BigDecimal>>();
    data.at("/authorisations/abandonmentsByStage")
        .fieldNames()
        .forEachRemaining(
            stage -> stages.add(number("authorisations/abandonmentsByStage/" + stage, day)));
    compare(
        Rule.ABANDONMENTS_BY_STAGE,
        "authorisations/abandonedConsentFlowCount",
        day,
        sum(stages),
        (total, parts) -> total.compareTo(parts) == 0);
  }

  private void errors(String day) {
    compare(
        Rule.ERROR_CODES_COMPLETE,
        "errors/aggregate",
        day,
        codes(day, code -> true),
        (total, codes) -> total.compareTo(codes) <= 0);
    compare(
        Rule.SERVER_ERRORS_AGREE,
        "errors/aggregate",
        day,
        codes(day, code -> code.startsWith("5")),
        (total, codes) -> total.compareTo(codes) == 0);
    // Shared tiers are there only where an issuer has them.
    var tiers = new ArrayList<>(TIERS);
    SHARED_TIERS.stream().filter(data.path("invocations")::has).forEach(tiers::add);
    compare(
        Rule.ERRORS_WITHIN_CALLS,
        "errors/aggregate",
        day,
        sum(tiers.stream().map(tier -> number("invocations/" + tier, day)).toList()),
        (total, calls) -> total.compareTo(calls) <= 0);
  }

  private Optional<BigDecimal> codes(String day, Predicate<String> isAsked) {
    var counts = new ArrayList<Optional<BigDecimal>>();
    for (String side : List.of("unauthenticated", "authenticated")) {
      var codes = data.at("/errors/" + side + "/" + day);
      if (!codes.isObject()) {
        return Optional.empty();
      }
      codes.properties().stream()
          .filter(entry -> isAsked.test(entry.getKey()))
          .forEach(entry -> counts.add(Optional.of(entry.getValue().decimalValue())));
    }
    return counts.isEmpty() ? Optional.of(BigDecimal.ZERO) : sum(counts);
  }

  private void transactions(String day) {
    for (String aspect : ASPECTS) {
      compare(
          Rule.PEAK_NOT_BELOW_AVERAGE,
          "peakTps/" + aspect,
          day,
          number("averageTps/" + aspect, day),
          (peak, average) -> peak.compareTo(average) >= 0);
    }
    compare(
        Rule.AVERAGE_TPS_ADDS_UP,
        "averageTps/aggregate",
        day,
        sum(parts("averageTps", day)),
        (total, parts) -> total.subtract(parts).abs().compareTo(TPS_ROUNDING) <= 0);
    var peaks = parts("peakTps", day);
    compare(
        Rule.PEAK_TPS_OF_PARTS,
        "peakTps/aggregate",
        day,
        sum(peaks),
        (peak, parts) ->
            peak.compareTo(parts.add(TPS_ROUNDING)) <= 0
                && peaks.stream()
                    .flatMap(Optional::stream)
                    .allMatch(part -> peak.add(TPS_ROUNDING).compareTo(part) >= 0));
  }

  private List<Optional<BigDecimal>> parts(String metric, String day) {
    return List.of(
        number(metric + "/unauthenticated", day), number(metric + "/authenticated", day));
  }

  private void performance(String day) {
    var hours =
        TIERS.stream()
            .map(tier -> data.at("/performance/" + tier + "/" + day))
            .flatMap(JsonNode::valueStream)
            .map(hour -> new BigDecimal(hour.textValue()))
            .toList();
    boolean isWhole =
        TIERS.stream().allMatch(tier -> data.at("/performance/" + tier + "/" + day).isArray());
    if (!isWhole || hours.isEmpty()) {
      return;
    }
    var lowest = hours.stream().min(BigDecimal::compareTo).orElseThrow();
    var highest = hours.stream().max(BigDecimal::compareTo).orElseThrow();
    number("performance/aggregate", day)
        .filter(
            share ->
                share.compareTo(lowest.subtract(SHARE_ROUNDING)) < 0
                    || share.compareTo(highest.add(SHARE_ROUNDING)) > 0)
        .ifPresent(
            share ->
                tell(
                    Rule.PERFORMANCE_WITHIN_HOURS,
                    "performance/aggregate/" + day,
                    share + " ↔ " + lowest + "～" + highest));
  }

  private void responses(String day) {
    Stream.concat(
            Stream.concat(TIERS.stream(), SHARED_TIERS.stream())
                .map(tier -> "averageResponse/" + tier),
            SHARED_TIERS.stream()
                .flatMap(tier -> Stream.of("primary", "secondary").map(one -> tier + "/" + one))
                .map(tier -> "averageResponse/" + tier))
        .forEach(
            path ->
                number(path, day)
                    .filter(seconds -> seconds.compareTo(SLOWEST_SECONDS) > 0)
                    .ifPresent(
                        seconds ->
                            tell(
                                Rule.RESPONSE_IN_SECONDS,
                                path + "/" + day,
                                seconds.toPlainString())));
  }

  /** How a figure and what it is held against must stand to each other. */
  private interface Relation {
    boolean holds(BigDecimal figure, BigDecimal other);
  }

  private void compare(
      Rule rule, String path, String day, Optional<BigDecimal> other, Relation relation) {
    var figure = number(path, day);
    if (figure.isPresent()
        && other.isPresent()
        && !relation.holds(figure.orElseThrow(), other.orElseThrow())) {
      tell(
          rule,
          path + "/" + day,
          figure.orElseThrow().toPlainString() + " ↔ " + other.orElseThrow().toPlainString());
    }
  }

  private Optional<BigDecimal> number(String path, String day) {
    var node = data.at("/" + path + "/" + day);
    return node.isNumber()
        ? Optional.of(node.decimalValue())
        : node.isTextual() ? Optional.of(new BigDecimal(node.textValue())) : Optional.empty();
  }

  /** Empty where one of the parts is. */
  private static Optional<BigDecimal> sum(List<Optional<BigDecimal>> parts) {
    return parts.isEmpty() || parts.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(
            parts.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private void tell(Rule rule, String path, String figures) {
    var wording = rules.between().get(rule);
    var place = ShapeCheck.place("/data/" + path);
    found.add(
        new FoundRule(
            rule,
            wording.severity() == Severity.ERROR
                ? Problem.error(
                    file, place, Reason.INCONSISTENT_ANSWERS, figures, wording.expected(), REMEDY)
                : Problem.warning(
                    file,
                    place,
                    Reason.INCONSISTENT_ANSWERS,
                    figures,
                    wording.expected(),
                    REMEDY)));
  }
}
