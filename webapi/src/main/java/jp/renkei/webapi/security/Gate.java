package jp.renkei.webapi.security;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.renkei.warehouse.release.Audience;

/**
 * What every request passes: tells who asks by the session cookie, and lets a request that changes
 * something through only when a page of this server sent it, in this session.
 */
public final class Gate {
  /** Where the form stands whose sender has no session yet. */
  public static final String SIGN_IN = "/sign-in";

  /** The field of every form that carries the session's token. */
  public static final String TOKEN_FIELD = "token";

  private static final Set<HandlerType> READING =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  /** Each password looked at takes 19 MiB and a processor for a moment. */
  private static final int AT_ONCE = 2;

  private final Users users;
  private final Semaphore hashing = new Semaphore(AT_ONCE, true);
  private final Sessions sessions;
  private final SignInLimit limit;
  private final Cookies cookies;
  private final FormToken formToken = new FormToken();
  private final Optional<URI> publicAddress;
  private final Audience ofEverybody;

  /**
   * A gate.
   *
   * @param publicAddress under which browsers know this server, where that is not how they ask it
   * @param ofEverybody whose file is read by who is not signed in
   */
  public Gate(Users users, Optional<URI> publicAddress, Audience ofEverybody, Clock clock) {
    this.users = users;
    this.sessions = new Sessions(users, clock);
    this.limit = new SignInLimit(clock);
    this.cookies = new Cookies(publicAddress.map(URI::getScheme).equals(Optional.of("https")));
    this.publicAddress = publicAddress;
    this.ofEverybody = ofEverybody;
  }

  /** Runs before every handler. */
  public void admit(Context context) {
    var session = cookies.session(context).flatMap(sessions::find);
    var visitor =
        session
            .map(one -> Visitor.signedIn(one, ofEverybody))
            .orElseGet(() -> Visitor.anybody(ofEverybody));
    visitor.attachTo(context);
    if (READING.contains(context.method())) {
      return;
    }
    requireOwnPage(context);
    boolean isSignIn = context.path().equals(SIGN_IN);
    if (session.isEmpty() && !isSignIn) {
      throw new Refusal(Refusal.Kind.SIGN_IN_NEEDED);
    }
    // Who is signed in may have a form open from before.
    String cookie = cookies.form(context).orElse("");
    String given = Optional.ofNullable(context.formParam(TOKEN_FIELD)).orElse("");
    boolean isOfSession = session.isPresent() && RandomText.isSame(given, visitor.token());
    boolean isOfForm =
        isSignIn && !cookie.isEmpty() && RandomText.isSame(given, formToken.of(cookie));
    if (!isOfSession && !isOfForm) {
      throw new Refusal(Refusal.Kind.OLD_FORM);
    }
  }

  /** Browsers say on every form which site's page it stands on. */
  private void requireOwnPage(Context context) {
    String origin = Optional.ofNullable(context.header("Origin")).orElse("");
    String own =
        publicAddress
            .map(address -> address.getScheme() + "://" + address.getRawAuthority())
            .orElseGet(() -> "http://" + context.host());
    if (!origin.equalsIgnoreCase(own)) {
      throw new Refusal(Refusal.Kind.FOREIGN_PAGE);
    }
  }

  /** Whether there is anybody to sign in. */
  public boolean isOpen() {
    return users.isOpen();
  }

  /** The token of a sign-in form, whose cookie goes out with it. */
  public String signInToken(Context context) {
    String cookie =
        cookies
            .form(context)
            .orElseGet(
                () -> {
                  String made = RandomText.of256Bits();
                  cookies.setForm(context, made);
                  return made;
                });
    return formToken.of(cookie);
  }

  /** What came of an attempt to sign in. */
  public enum Attempt {
    DONE,
    WRONG,
    /** Too many failures: not even looked at. */
    HELD_OFF
  }

  /** Begins a session with a new id, whatever cookie came with the request. */
  public Attempt signIn(Context context, String name, String password) {
    String address = address(context);
    if (!limit.allows(name, address)) {
      return Attempt.HELD_OFF;
    }
    var user = looked(name, password);
    if (user.isEmpty()) {
      limit.failed(name, address);
      return Attempt.WRONG;
    }
    limit.succeeded(name);
    cookies.session(context).ifPresent(sessions::end);
    cookies.setSession(context, sessions.begin(user.orElseThrow()));
    cookies.clearForm(context);
    return Attempt.DONE;
  }

  /**
   * Whose failures are counted together. Behind the proxy that serves the public address all
   * requests come from the proxy, which adds the address it was asked from as the last.
   */
  private String address(Context context) {
    return publicAddress
        .flatMap(any -> Optional.ofNullable(context.header("X-Forwarded-For")))
        .map(addresses -> addresses.substring(addresses.lastIndexOf(',') + 1).strip())
        .filter(last -> !last.isEmpty())
        .orElseGet(context::ip);
  }

  private Optional<User> looked(String name, String password) {
    try {
      if (!hashing.tryAcquire(10, TimeUnit.SECONDS)) {
        throw new Refusal(Refusal.Kind.BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Refusal.Kind.BUSY);
    }
    try {
      return users.find(name, password.toCharArray());
    } finally {
      hashing.release();
    }
  }

  public void signOut(Context context) {
    cookies.session(context).ifPresent(sessions::end);
    cookies.clearSession(context);
  }
}
