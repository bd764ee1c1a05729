package jp.renkei.webapi.security;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import jp.renkei.warehouse.release.Audience;

/**
 * Who asks.
 *
 * @param audience whose file of a release the visitor reads
 * @param session empty for who is not signed in
 */
public record Visitor(Audience audience, Optional<Session> session) {
  private static final String ATTRIBUTE = Visitor.class.getName();

  /** Somebody who is not signed in. */
  public static Visitor anybody(Audience audience) {
    return new Visitor(audience, Optional.empty());
  }

  static Visitor signedIn(Session session, Audience ofEverybody) {
    return new Visitor(
        ofEverybody == Audience.SECRETARIAT ? ofEverybody : session.user().role().audience(),
        Optional.of(session));
  }

  void attachTo(Context context) {
    context.attribute(ATTRIBUTE, this);
  }

  /** The visitor that the gate let in. */
  public static Visitor of(Context context) {
    Visitor visitor = context.attribute(ATTRIBUTE);
    return visitor == null ? anybody(Audience.PUBLIC) : visitor;
  }

  public boolean isSignedIn() {
    return session.isPresent();
  }

  /** The name that is signed in, empty for nobody. */
  public String name() {
    return session.map(one -> one.user().name()).orElse("");
  }

  /** What every form of the session carries, empty without one. */
  public String token() {
    return session.map(Session::token).orElse("");
  }

  public Role role() {
    return session.map(one -> one.user().role()).orElse(Role.PUBLIC);
  }

  public boolean isRespondent() {
    return role() == Role.RESPONDENT;
  }

  /** Whether it may do the secretariat's work, for which somebody must be signed in. */
  public boolean isSecretariat() {
    return role().isSecretariat();
  }

  /** The companies it answers for. */
  public List<String> respondents() {
    return session.map(one -> one.user().respondents()).orElse(List.of());
  }

  /** Lets through who is signed in. */
  public User requireUser() {
    return session.map(Session::user).orElseThrow(() -> new Refusal(Refusal.Kind.SIGN_IN_NEEDED));
  }

  /** Lets through who is signed in and does the secretariat's work. */
  public User requireSecretariat() {
    var user = requireUser();
    if (!user.role().isSecretariat()) {
      throw new Refusal(Refusal.Kind.NOT_ALLOWED);
    }
    return user;
  }

  /** Lets through who answers for the company, and the secretariat. */
  public User requireSenderFor(String respondent) {
    var user = requireUser();
    if (!user.role().isSecretariat() && !user.answersFor(respondent)) {
      throw new Refusal(Refusal.Kind.NOT_ALLOWED);
    }
    return user;
  }
}
