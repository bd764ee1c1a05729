package jp.renkei.webapi.problems;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import jp.renkei.webapi.desk.DeskException;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.frame.JsonText;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.security.Refusal;
import jp.renkei.webapi.serving.PageServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into a page that says what to do next. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final PageServer pages;
  private final Templates templates;
  private final Supplier<String> remedy;

  /**
   * The problems of a server.
   *
   * @param remedy the command that gives the server a release to show
   */
  public Problems(PageServer pages, Templates templates, Supplier<String> remedy) {
    this.pages = pages;
    this.templates = templates;
    this.remedy = remedy;
  }

  /** Nothing of ours is broken: the reader asked for what is not there. */
  public void notShown(NotShown problem, Context context) {
    var kind = problem.kind();
    boolean hasNoRelease = kind == NotShown.Kind.NO_RELEASE_YET;
    var frame =
        pages.frame(
            context,
            hasNoRelease
                    || kind == NotShown.Kind.NO_RELEASE_OF_NUMBER
                    || kind == NotShown.Kind.RELEASE_WITHDRAWN
                ? Optional.empty()
                : pages.releaseBehind(context));
    send(
        context,
        frame,
        page(
            frame,
            kind.status(),
            "problem." + kind,
            hasNoRelease ? remedy.get() : "",
            problem.subject(),
            problem.detail()));
  }

  /** The request is not let through. */
  public void refused(Refusal refusal, Context context) {
    var frame = pages.frame(context, pages.releaseBehind(context));
    var kind = refusal.kind();
    boolean isReading = context.method().equals(HandlerType.GET);
    if (kind == Refusal.Kind.SIGN_IN_NEEDED && isReading && !context.path().startsWith("/api/")) {
      // Whoever opens a page of their own signs in and comes back to it.
      context.header("Cache-Control", "no-store");
      context.redirect(frame.signIn(), HttpStatus.SEE_OTHER);
      return;
    }
    send(context, frame, page(frame, kind.status(), "problem." + kind, ""));
  }

  /** The survey desk gave no answer. */
  public void deskSilent(DeskException silence, Context context) {
    LOG.error("Cannot answer {}: {}", context.path(), silence.getMessage());
    var frame = pages.frame(context, pages.releaseBehind(context));
    send(context, frame, page(frame, 503, "problem.DESK_" + silence.kind(), "", silence.problem()));
  }

  /** No route has the address. */
  public void noPage(Context context) {
    notShown(new NotShown(NotShown.Kind.NO_PAGE, context.path()), context);
  }

  /** A fault of ours: the log holds the details, the page does not. */
  public void fault(Exception fault, Context context) {
    LOG.error("Cannot answer {}: {}", context.path(), fault.toString(), fault);
    var frame = pages.frame(context, Optional.empty());
    send(context, frame, page(frame, 500, "problem.FAULT", ""));
  }

  private void send(Context context, Frame frame, ProblemPage page) {
    context.status(page.status());
    context.header("Cache-Control", "no-store");
    if (context.path().startsWith("/api/")) {
      String text = page.title() + " " + page.explanation();
      context.contentType(Answer.JSON);
      context.result(
          ("{\"status\":" + page.status() + ",\"problem\":" + quoted(text) + "}\n")
              .getBytes(StandardCharsets.UTF_8));
      return;
    }
    context.contentType(Answer.HTML);
    context.result(templates.render("problem", frame, page));
  }

  private static ProblemPage page(
      Frame frame, int status, String key, String command, Object... subjects) {
    return new ProblemPage(
        status,
        frame.text(key + ".title"),
        frame.text(key + ".explanation", subjects),
        frame.audienceText(key + ".next"),
        command);
  }

  private static String quoted(String text) {
    return JsonText.quoted(text);
  }
}
