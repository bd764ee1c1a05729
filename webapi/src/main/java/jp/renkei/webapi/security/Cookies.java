package jp.renkei.webapi.security;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/**
 * The two cookies of the server. No script reads them and no other site sends them along; behind
 * TLS they go over TLS only, and their names bind them to this very host.
 */
final class Cookies {
  private static final int UNTIL_THE_BROWSER_CLOSES = -1;

  private final boolean isSecure;

  Cookies(boolean isSecure) {
    this.isSecure = isSecure;
  }

  Optional<String> session(Context context) {
    return value(context, "renkei-session");
  }

  void setSession(Context context, String id) {
    set(context, "renkei-session", id, UNTIL_THE_BROWSER_CLOSES);
  }

  void clearSession(Context context) {
    set(context, "renkei-session", "", 0);
  }

  Optional<String> form(Context context) {
    return value(context, "renkei-form");
  }

  void setForm(Context context, String value) {
    set(context, "renkei-form", value, UNTIL_THE_BROWSER_CLOSES);
  }

  void clearForm(Context context) {
    set(context, "renkei-form", "", 0);
  }

  private Optional<String> value(Context context, String name) {
    return Optional.ofNullable(context.cookie(fullName(name)))
        .filter(value -> value.matches("[0-9a-f]{64}"));
  }

  private void set(Context context, String name, String value, int seconds) {
    context.cookie(
        new Cookie(fullName(name), value, "/", seconds, isSecure, true, null, SameSite.STRICT));
  }

  private String fullName(String name) {
    return isSecure ? "__Host-" + name : name;
  }
}
