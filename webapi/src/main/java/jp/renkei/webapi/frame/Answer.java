package jp.renkei.webapi.frame;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * A finished page or file.
 *
 * @param disposition whether the browser shows or saves it, and under which name; empty for a page
 */
public record Answer(String contentType, byte[] body, Optional<String> disposition) {
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

  /** What the browser shows, and saves under this name if asked to. */
  public static Answer shown(String contentType, byte[] body, String fileName) {
    return new Answer(contentType, body, Optional.of("inline; filename=\"" + fileName + "\""));
  }

  /** What the browser saves. */
  public static Answer file(String contentType, byte[] body, String fileName) {
    return new Answer(contentType, body, Optional.of("attachment; filename=\"" + fileName + "\""));
  }
}
