package jp.renkei.jobs.gateway.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a log line may say about an access; the keys of {@code fields} in a format file. */
public enum AccessField {
  EVENT_TIME,
  /** The end of the request, where the latency is the time between. */
  END_TIME,
  CLIENT_ID,
  METHOD,
  PATH,
  /** Method, path and protocol in one: the request line of HTTP. */
  REQUEST,
  STATUS,
  LATENCY_MS,
  BYTES_OUT,
  USER,
  REQUEST_ID,
  CLIENT_IP,
  USER_AGENT,
  ATTENDED,
  ENVIRONMENT;

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
    return this == EVENT_TIME || this == END_TIME;
  }

  boolean isNumber() {
    return this == STATUS || this == LATENCY_MS || this == BYTES_OUT;
  }
}
