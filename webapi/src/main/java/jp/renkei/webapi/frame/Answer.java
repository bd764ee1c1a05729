package jp.renkei.webapi.frame;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * A finished page or file.
 *
 * @param fileName name to save it under; empty for what the browser shows
 */
public record Answer(String contentType, byte[] body, Optional<String> fileName) {
  public static final String HTML = "text/html; charset=utf-8";
  public static final String JSON = "application/json; charset=utf-8";
  public static final String CSV = "text/csv; charset=utf-8";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  public Answer {
    Objects.requireNonNull(contentType, "contentType");
    Objects.requireNonNull(body, "body");
  }

  public static Answer html(byte[] body) {
    return new Answer(HTML, body, Optional.empty());
  }

  public static Answer json(String body) {
    return new Answer(JSON, body.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  public static Answer shown(String contentType, byte[] body) {
    return new Answer(contentType, body, Optional.empty());
  }

  public static Answer file(String contentType, byte[] body, String fileName) {
    return new Answer(contentType, body, Optional.of(fileName));
  }
}
