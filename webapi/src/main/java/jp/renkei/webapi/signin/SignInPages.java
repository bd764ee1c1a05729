package jp.renkei.webapi.signin;

import io.javalin.http.Context;
import java.util.Optional;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.security.Gate;
import jp.renkei.webapi.security.Visitor;
import jp.renkei.webapi.serving.OwnPages;
import jp.renkei.webapi.serving.PageServer;

/** {@code /sign-in} and {@code /sign-out}. */
public final class SignInPages {
  private static final int LONGEST = 200;

  private final Gate gate;
  private final OwnPages pages;

  public SignInPages(Gate gate, PageServer pages, Templates templates) {
    this.gate = gate;
    this.pages = new OwnPages(pages, templates);
  }

  /**
   * The page.
   *
   * @param isOpen whether anybody can sign in at all
   * @param token of the form
   * @param goal address to come back to, empty for the user's own first page
   * @param name as typed before
   * @param problemKey of what went wrong, empty at first
   */
  public record Content(
      boolean isOpen, String token, String goal, String name, String problemKey) {}

  public void show(Context context) {
    page(context, 200, goal(context.queryParam("to")), "", "");
  }

  public void signIn(Context context) {
    String name = field(context, "name").strip();
    String goal = goal(field(context, "to"));
    switch (gate.signIn(context, name, field(context, "password"))) {
      // Where the page is for a user, it knows whom to send on.
      case DONE -> pages.goTo(context, goal.isEmpty() ? Gate.SIGN_IN : goal);
      case WRONG -> page(context, 401, goal, name, "sign_in.wrong");
      case HELD_OFF -> page(context, 429, goal, name, "sign_in.held_off");
    }
  }

  public void signOut(Context context) {
    gate.signOut(context);
    pages.goTo(context, "/");
  }

  private void page(Context context, int status, String goal, String name, String problemKey) {
    var visitor = Visitor.of(context);
    if (visitor.isSignedIn() && status == 200) {
      pages.goTo(context, goal.isEmpty() ? firstPage(visitor) : goal);
      return;
    }
    boolean isOpen = gate.isOpen();
    String token = isOpen ? gate.signInToken(context) : "";
    context.status(status);
    pages.send(context, "signin", new Content(isOpen, token, goal, name, problemKey));
  }

  private static String firstPage(Visitor visitor) {
    return visitor.isRespondent() ? "/upload" : visitor.isSecretariat() ? "/surveys" : "/";
  }

  private static String field(Context context, String name) {
    String value = Optional.ofNullable(context.formParam(name)).orElse("");
    return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
  }

  /** An address on this server; anything else is none. */
  private static String goal(String given) {
    return given != null && given.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,200}") ? given : "";
  }
}
