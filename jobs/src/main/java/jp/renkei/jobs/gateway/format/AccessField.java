package jp.renkei.jobs.gateway.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a log line may say about an access; the keys of {@code fields} in a format file. */
public enum AccessField {
  EVENT_TIME(Kind.TIME),
  /** The end of the request, where the latency is the time between. */
  END_TIME(Kind.TIME),
  CLIENT_ID(Kind.WORDS),
  METHOD(Kind.WORDS),
  PATH(Kind.WORDS),
  /** Method, path and protocol in one: the request line of HTTP. */
  REQUEST(Kind.WORDS),
  STATUS(Kind.NUMBER),
  LATENCY_MS(Kind.NUMBER),
  BYTES_OUT(Kind.NUMBER),
  USER(Kind.WORDS),
  REQUEST_ID(Kind.WORDS),
  CLIENT_IP(Kind.WORDS),
  USER_AGENT(Kind.WORDS),
  ATTENDED(Kind.TRUTH),
  ENVIRONMENT(Kind.WORDS);

  /** What its values are. */
  enum Kind {
    TIME,
    NUMBER,
    TRUTH,
    WORDS
  }

  private final Kind kind;

  AccessField(Kind kind) {
    this.kind = kind;
  }

  /** The key in a format file: {@code event_time}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<AccessField> ofKey(String key) {
    return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
  }

  static String keys() {
    return Arrays.stream(values()).map(AccessField::key).collect(Collectors.joining(", "));
  }

  boolean isTime() {
    return kind == Kind.TIME;
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  boolean isWords() {
    return kind == Kind.WORDS;
  }
}
