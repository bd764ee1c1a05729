package jp.renkei.jobs.gateway.format;

import java.util.List;

/** Which fields a line must hold. */
final class RequiredFields {
  private final List<FieldRule> required;
  private final int bits;

  RequiredFields(List<FieldRule> rules) {
    required = rules.stream().filter(FieldRule::isRequired).toList();
    bits =
        required.stream().mapToInt(rule -> 1 << rule.field().ordinal()).reduce(0, (a, b) -> a | b);
  }

  void check(AccessLine access) throws LineRejected {
    if ((access.seen & bits) == bits) {
      return;
    }
    for (var rule : required) {
      if ((access.seen & 1 << rule.field().ordinal()) == 0) {
        throw new LineRejected(
            RejectReason.MISSING_FIELD,
            "項目「%s」なし".formatted(rule.from()),
            "「%s」（%s）のある行".formatted(rule.from(), rule.field().key()));
      }
    }
  }
}
