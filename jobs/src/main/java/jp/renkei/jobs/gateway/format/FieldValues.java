package jp.renkei.jobs.gateway.format;

import java.time.ZoneId;

/** Turns raw values into the fields of an access, each with its tests; for one thread. */
final class FieldValues {
  private static final int LONGEST_NUMBER = 24;

  private final ZoneId zone;
  private final TextCheck check = new TextCheck();
  private final Digests digests = new Digests();

  FieldValues(ZoneId zone) {
    this.zone = zone;
  }

  TextCheck check() {
    return check;
  }

  /** A raw value that stands in the log as text. */
  void text(FieldRule rule, String raw, AccessLine access) throws LineRejected {
    text(rule, raw, false, access);
  }

  /**
   * The same.
   *
   * @param isHarmless whether it is known that {@link TextCheck} finds nothing in it
   */
  void text(FieldRule rule, String raw, boolean isHarmless, AccessLine access) throws LineRejected {
    AccessField field = rule.field();
    if (raw.isEmpty() && rule.isRequired() && field != AccessField.REQUEST) {
      return;
    }
    access.see(field);
    if (rule.form().isAbsent(raw)) {
      return;
    }
    if (field.isWords()) {
      words(rule, raw, isHarmless, access);
    } else if (field.isTime()) {
      time(rule, raw, access);
    } else if (field.isNumber()) {
      numberInText(rule, raw, access);
    } else {
      attended(rule, raw, access);
    }
  }

  private void words(FieldRule rule, String raw, boolean isHarmless, AccessLine access)
      throws LineRejected {
    var form = rule.form();
    if (form.isId()) {
      boolean isCard = !isHarmless && check.id(rule, raw);
      set(rule.field(), isCard ? digests.of(raw) : raw, access);
      return;
    }
    if (form.isNoAccess(raw)) {
      throw new LineRejected(RejectReason.NOT_AN_ACCESS, rule.from() + "：" + raw, "HTTPのアクセスの行");
    }
    if (!isHarmless) {
      check.text(rule, raw);
    }
    if (form.isSecret()) {
      access.clientId = digests.of(raw);
    } else if (form.list() != AddressList.NONE) {
      access.clientAddress = form.list().pick(raw);
    } else {
      set(rule.field(), raw, access);
    }
  }

  /** A raw value that stands in the log as a whole number. */
  void number(FieldRule rule, long raw, AccessLine access) throws LineRejected {
    access.see(rule.field());
    switch (rule.field()) {
      case STATUS -> {
        if (raw != 0 && (raw < 100 || raw > 599)) {
          throw new LineRejected(
              RejectReason.BAD_STATUS,
              shown(rule, MaskedValue.number(Long.toString(raw))),
              "100から599までの整数、又は0（例：200）");
        }
        access.status = raw;
      }
      case BYTES_OUT -> {
        if (raw < 0 || raw > AccessLine.LARGEST_BYTES_OUT) {
          throw outOfRange(rule, raw < 0, Long.toString(raw), "1TiB（1099511627776）以下のバイト数");
        }
        access.bytesOut = raw;
      }
      case LATENCY_MS -> decimal(rule, raw, access);
      case EVENT_TIME, END_TIME -> {
        var time = rule.time().orElseThrow();
        if (!time.isNumber()) {
          throw wrongType(rule, "数値", time.ja());
        }
        setTime(rule, time.micros(raw), access);
      }
      default -> throw wrongType(rule, "数値", "文字列");
    }
  }

  /** A raw value that stands in the log as a number with decimals. */
  void decimal(FieldRule rule, double raw, AccessLine access) throws LineRejected {
    access.see(rule.field());
    if (Double.isInfinite(raw) || Double.isNaN(raw)) {
      throw wrongType(rule, "表せない大きさの数値", "数値（例：41.2）");
    }
    if (rule.field() == AccessField.LATENCY_MS) {
      if (rule.unit() == LatencyUnit.WRITTEN) {
        throw wrongType(rule, "単位のない数値", "単位付きの応答時間（例：0.043s）");
      }
      latency(rule, raw, rule.unit().milliseconds(raw), access);
    } else if (rule.time().filter(time -> time.micros() >= 1_000).isPresent()) {
      double micros = raw * rule.time().orElseThrow().micros();
      // Beyond this range a double no longer holds microseconds; it is refused anyway.
      setTime(rule, Math.round(Math.max(-1e18, Math.min(1e18, micros))), access);
    } else {
      throw wrongType(rule, "小数", "整数（例：200）");
    }
  }

  private static void latency(FieldRule rule, double raw, double latencyMs, AccessLine access)
      throws LineRejected {
    if (raw < 0 || latencyMs > AccessLine.LONGEST_LATENCY_MS) {
      throw outOfRange(rule, raw < 0, Double.toString(raw), "30日以下の応答時間");
    }
    // To the microsecond: behind that a double has room for a whole card number.
    access.latencyMs = Math.round(latencyMs * 1_000) / 1_000.0;
  }

  /** A raw number of JSON, of which other raw fields had to be read first. */
  void numberLiteral(FieldRule rule, String raw, AccessLine access) throws LineRejected {
    if (!rule.isNumber()) {
      throw wrongType(rule, "数値", "文字列");
    }
    try {
      if (raw.indexOf('.') < 0 && raw.indexOf('e') < 0 && raw.indexOf('E') < 0) {
        number(rule, Long.parseLong(raw), access);
      } else {
        decimal(rule, Double.parseDouble(raw), access);
      }
    } catch (NumberFormatException e) {
      throw wrongType(rule, MaskedValue.number(raw), "数値（例：200）");
    }
  }

  /** The number that a text is, for a sum. */
  double plainNumber(FieldRule rule, String raw) throws LineRejected {
    requirePlain(rule, raw);
    try {
      return Double.parseDouble(raw);
    } catch (NumberFormatException e) {
      throw wrongType(rule, MaskedValue.number(raw), "数値（例：0.001）");
    }
  }

  void truth(FieldRule rule, boolean raw, AccessLine access) throws LineRejected {
    if (rule.field() != AccessField.ATTENDED) {
      throw wrongType(rule, Boolean.toString(raw), "文字列又は数値");
    }
    access.see(rule.field());
    access.attended = raw;
  }

  static LineRejected wrongType(FieldRule rule, String found, String expected) {
    return new LineRejected(RejectReason.WRONG_TYPE, shown(rule, found), expected);
  }

  private static LineRejected outOfRange(
      FieldRule rule, boolean isNegative, String raw, String expected) {
    return new LineRejected(
        isNegative ? RejectReason.NEGATIVE_VALUE : RejectReason.OUT_OF_RANGE,
        shown(rule, MaskedValue.number(raw)),
        "0以上、" + expected);
  }

  private static String shown(FieldRule rule, String value) {
    return rule.from() + "：" + value;
  }

  /** A time that was read, in microseconds since 1970. */
  void time(FieldRule rule, long micros, AccessLine access) throws LineRejected {
    access.see(rule.field());
    setTime(rule, micros, access);
  }

  private void time(FieldRule rule, String raw, AccessLine access) throws LineRejected {
    long micros =
        switch (rule.time().orElseThrow()) {
          case ISO_OFFSET -> Times.isoOffset(raw);
          case ISO_LOCAL -> Times.isoLocal(raw, zone);
          case CLF -> Times.clf(raw);
          default -> {
            numberInText(rule, raw, access);
            yield rule.field() == AccessField.END_TIME ? access.endMicros : access.eventMicros;
          }
        };
    if (micros == Times.BAD) {
      throw new LineRejected(
          RejectReason.BAD_TIME,
          shown(rule, MaskedValue.time(raw)),
          rule.time().orElseThrow().ja());
    }
    setTime(rule, micros, access);
  }

  private static void setTime(FieldRule rule, long micros, AccessLine access) throws LineRejected {
    Times.requireRange(micros);
    if (rule.field() == AccessField.END_TIME) {
      access.endMicros = micros;
    } else {
      access.eventMicros = micros;
    }
  }

  private void numberInText(FieldRule rule, String raw, AccessLine access) throws LineRejected {
    if (rule.form().zero().hold(raw)) {
      number(rule, 0, access);
      return;
    }
    if (rule.unit() == LatencyUnit.WRITTEN && rule.field() == AccessField.LATENCY_MS) {
      double latencyMs = Latencies.written(raw);
      if (Double.isNaN(latencyMs)) {
        throw wrongType(rule, MaskedValue.number(raw), "単位付きの応答時間（例：0.043s）");
      }
      latency(rule, latencyMs, latencyMs, access);
      return;
    }
    requirePlain(rule, raw);
    try {
      if (raw.indexOf('.') < 0) {
        number(rule, Long.parseLong(raw), access);
      } else {
        decimal(rule, Double.parseDouble(raw), access);
      }
    } catch (NumberFormatException e) {
      throw wrongType(rule, MaskedValue.number(raw), "数値（例：200）");
    }
  }

  private static void requirePlain(FieldRule rule, String raw) throws LineRejected {
    boolean isPlain = !raw.isEmpty() && raw.length() <= LONGEST_NUMBER;
    for (int place = 0; isPlain && place < raw.length(); place++) {
      char c = raw.charAt(place);
      isPlain = c >= '0' && c <= '9' || c == '.' || (c == '-' && place == 0);
    }
    if (!isPlain) {
      throw wrongType(rule, MaskedValue.number(raw), "数値（例：200）");
    }
  }

  private static void attended(FieldRule rule, String raw, AccessLine access) throws LineRejected {
    if (!rule.isNumberAsText() || !(raw.equals("true") || raw.equals("false"))) {
      throw wrongType(rule, "文字列", "true 又は false");
    }
    access.attended = raw.equals("true");
  }

  private static void set(AccessField field, String raw, AccessLine access) {
    switch (field) {
      case CLIENT_ID -> access.clientId = raw;
      case METHOD -> access.method = raw;
      case PATH -> access.path = RequestTarget.path(raw);
      case REQUEST -> RequestTarget.read(raw, access);
      case USER -> access.user = raw;
      case REQUEST_ID -> access.requestId = raw;
      case CLIENT_IP -> access.clientAddress = raw;
      case USER_AGENT -> access.userAgent = raw;
      case ENVIRONMENT -> access.environment = raw;
      default -> throw new IllegalStateException("Not a text: " + field);
    }
  }
}
