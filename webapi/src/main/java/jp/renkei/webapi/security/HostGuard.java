package jp.renkei.webapi.security;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps pages without log-in on their own machine: they listen there only, and answer only to its
 * names. Else a page from elsewhere could point a name of its own at this machine and read along
 * (DNS rebinding).
 */
public final class HostGuard {
  private static final Pattern OWN_NAMES =
      Pattern.compile(
          "(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);
  private static final int MISDIRECTED_REQUEST = 421;

  private HostGuard() {}

  /** Whether an address to listen on can be reached from this machine only. */
  public static boolean isLoopback(String host) {
    try {
      return !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Whether a {@code Host} header names this machine. */
  static boolean isOwnName(String hostHeader) {
    return OWN_NAMES.matcher(hostHeader).matches();
  }

  /** Answers 421 to a request that came by another name, and leaves it at that. */
  public static void check(Context context) {
    if (isOwnName(Optional.ofNullable(context.host()).orElse(""))) {
      return;
    }
    context.status(MISDIRECTED_REQUEST);
    context.header("Cache-Control", "no-store");
    context.contentType("text/plain; charset=utf-8");
    context.result(
        "この画面は localhost または 127.0.0.1 のアドレスでのみ開けます。\n"
            + "These pages open under localhost or 127.0.0.1 only.\n");
    context.skipRemainingHandlers();
  }
}
