package jp.renkei.jobs.gateway.format;

import java.util.List;
import jp.renkei.jobs.gateway.format.ValueForm.Clock;

/** What is done when all raw fields of an access were read: what must be there, and the times. */
final class Completion {
  private final List<FieldRule> required;
  private final int bits;
  private final boolean isEndLogged;

  Completion(List<FieldRule> rules) {
    required = rules.stream().filter(FieldRule::isRequired).toList();
    bits =
        required.stream().mapToInt(rule -> 1 << rule.field().ordinal()).reduce(0, (a, b) -> a | b);
    isEndLogged =
        rules.stream()
            .anyMatch(
                rule -> rule.field() == AccessField.EVENT_TIME && rule.form().clock() == Clock.END);
  }

  void complete(AccessLine access) throws LineRejected {
    if ((access.seen & bits) != bits) {
      throw missing(access);
    }
    if (access.endMicros != 0 && Double.isNaN(access.latencyMs)) {
      latency(access);
    }
    if (isEndLogged && !Double.isNaN(access.latencyMs)) {
      access.eventMicros -= Math.round(access.latencyMs * 1_000);
      Times.requireRange(access.eventMicros);
    }
  }

  private LineRejected missing(AccessLine access) {
    for (var rule : required) {
      if (!access.has(rule.field())) {
        return new LineRejected(
            RejectReason.MISSING_FIELD,
            "項目「%s」なし".formatted(rule.from()),
            "「%s」（%s）のある行".formatted(rule.from(), rule.field().key()));
      }
    }
    throw new IllegalStateException("Nothing is missing");
  }

  private static void latency(AccessLine access) throws LineRejected {
    double latencyMs = (access.endMicros - access.eventMicros) / 1_000.0;
    if (latencyMs < 0 || latencyMs > AccessLine.LONGEST_LATENCY_MS) {
      throw new LineRejected(
          latencyMs < 0 ? RejectReason.NEGATIVE_VALUE : RejectReason.OUT_OF_RANGE,
          latencyMs < 0 ? "終わりより後の始まり" : "30日を超える応答時間",
          "始まりと、30日以内の終わり");
    }
    access.latencyMs = latencyMs;
  }
}
