package jp.renkei.jobs.gateway.format;

import java.time.Instant;
import java.time.ZoneId;

/** Turns raw values into the fields of an access, each with its tests; for one thread. */
final class FieldValues {
  private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli() * 1000;
  private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli() * 1000;

  private final ZoneId zone;
  private final TextCheck check = new TextCheck();

  FieldValues(ZoneId zone) {
    this.zone = zone;
  }

  TextCheck check() {
    return check;
  }

  /** A raw value that stands in the log as text. */
  void text(FieldRule rule, String raw, AccessLine access) throws LineRejected {
    AccessField field = rule.field();
    if (raw.isEmpty() && rule.isRequired() && field != AccessField.REQUEST) {
      return;
    }
    access.seen |= 1 << field.ordinal();
    if (rule.isAbsent(raw)) {
      return;
    }
    if (field == AccessField.EVENT_TIME) {
      time(rule, raw, access);
    } else if (field.isNumber()) {
      numberInText(rule, raw, access);
    } else if (field == AccessField.ATTENDED) {
      attended(rule, raw, access);
    } else {
      if (rule.isId()) {
        check.id(rule.from(), raw);
      } else {
        check.text(rule.from(), raw);
      }
      set(field, raw, access);
    }
  }

  /** A raw value that stands in the log as a whole number. */
  void number(FieldRule rule, long raw, AccessLine access) throws LineRejected {
    access.seen |= 1 << rule.field().ordinal();
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
      case EVENT_TIME -> {
        if (rule.time().orElseThrow() == TimeForm.EPOCH_SECONDS) {
          epoch(raw, 1_000_000, access);
        } else if (rule.time().orElseThrow() == TimeForm.EPOCH_MILLISECONDS) {
          epoch(raw, 1_000, access);
        } else {
          throw wrongType(rule, "数値", rule.time().orElseThrow().ja());
        }
      }
      default -> throw wrongType(rule, "数値", "文字列");
    }
  }

  /** A raw value that stands in the log as a number with decimals. */
  void decimal(FieldRule rule, double raw, AccessLine access) throws LineRejected {
    access.seen |= 1 << rule.field().ordinal();
    if (Double.isInfinite(raw) || Double.isNaN(raw)) {
      throw wrongType(rule, "表せない大きさの数値", "数値（例：41.2）");
    }
    if (rule.field() == AccessField.LATENCY_MS) {
      double latencyMs = raw * rule.unit().milliseconds();
      if (raw < 0 || latencyMs > AccessLine.LONGEST_LATENCY_MS) {
        throw outOfRange(rule, raw < 0, Double.toString(raw), "30日以下の応答時間");
      }
      access.latencyMs = latencyMs;
    } else if (rule.time().filter(TimeForm.EPOCH_SECONDS::equals).isPresent()) {
      // Beyond this range a double no longer holds microseconds; epoch() refuses it anyway.
      epoch(Math.round(Math.max(-1e12, Math.min(1e12, raw)) * 1e6), 1, access);
    } else {
      throw wrongType(rule, "小数", "整数（例：200）");
    }
  }

  void truth(FieldRule rule, boolean raw, AccessLine access) throws LineRejected {
    if (rule.field() != AccessField.ATTENDED) {
      throw wrongType(rule, Boolean.toString(raw), "文字列又は数値");
    }
    access.seen |= 1 << rule.field().ordinal();
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

  private void time(FieldRule rule, String raw, AccessLine access) throws LineRejected {
    long micros =
        switch (rule.time().orElseThrow()) {
          case ISO_OFFSET -> Times.isoOffset(raw);
          case ISO_LOCAL -> Times.isoLocal(raw, zone);
          case CLF -> Times.clf(raw);
          case EPOCH_SECONDS, EPOCH_MILLISECONDS -> {
            numberInText(rule, raw, access);
            yield access.eventMicros;
          }
        };
    if (micros == Times.BAD) {
      throw new LineRejected(
          RejectReason.BAD_TIME,
          shown(rule, MaskedValue.time(raw)),
          rule.time().orElseThrow().ja());
    }
    epoch(micros, 1, access);
  }

  private static void epoch(long raw, long factor, AccessLine access) throws LineRejected {
    if (raw < EARLIEST / factor || raw >= LATEST / factor) {
      throw new LineRejected(RejectReason.TIME_OUT_OF_RANGE, "範囲外の日時", "2000年から2099年までの日時");
    }
    access.eventMicros = raw * factor;
  }

  private void numberInText(FieldRule rule, String raw, AccessLine access) throws LineRejected {
    if (rule.zero().contains(raw)) {
      number(rule, 0, access);
      return;
    }
    if (raw.isEmpty() || raw.length() > 24) {
      throw wrongType(rule, MaskedValue.number(raw), "数値（例：200）");
    }
    for (int place = 0; place < raw.length(); place++) {
      char c = raw.charAt(place);
      if ((c < '0' || c > '9') && c != '.' && !(c == '-' && place == 0)) {
        throw wrongType(rule, MaskedValue.number(raw), "数値（例：200）");
      }
    }
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
