package jp.renkei.webapi.releases;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.landing.FreeText;
import jp.renkei.webapi.security.Visitor;
import jp.renkei.webapi.serving.OwnPages;
import jp.renkei.webapi.serving.PageServer;

/**
 * What the secretariat decides about releases on {@code /releases}. Whether it may be decided is
 * told by the command that decides, never by the page; who decides is who is signed in.
 */
public final class DecisionPages {
  /** Longer than reviews and withdrawals take; a publication may go on behind it. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_TEXT = 1_000;

  private final DecisionJobs jobs;
  private final OwnPages pages;

  public DecisionPages(DecisionJobs jobs, PageServer pages, Templates templates) {
    this.jobs = jobs;
    this.pages = new OwnPages(pages, templates);
  }

  public void review(Context context) {
    decide(context, "review", given(context, "note", LONGEST_TEXT));
  }

  public void publish(Context context) {
    var options = new ArrayList<>(given(context, "label", LONGEST_LINE));
    options.addAll(given(context, "meeting", LONGEST_LINE));
    options.addAll(given(context, "edition", LONGEST_LINE));
    options.addAll(given(context, "embargo", LONGEST_LINE));
    options.addAll(given(context, "reason", LONGEST_LINE));
    options.addAll(given(context, "note", LONGEST_TEXT));
    decide(context, "publish", options);
  }

  public void withdraw(Context context) {
    decide(context, "withdraw", given(context, "reason", LONGEST_TEXT));
  }

  private void decide(Context context, String action, List<String> options) {
    var user = Visitor.of(context).requireSecretariat();
    String number = context.pathParam("id");
    if (!number.matches("[1-9][0-9]{0,8}") || !jobs.isThere()) {
      throw new NotShown(NotShown.Kind.NO_RELEASE_OF_NUMBER, number);
    }
    boolean isBegun = jobs.begin(Integer.parseInt(number), action, user.name(), options);
    if (isBegun) {
      jobs.await(LONGEST_WAIT);
    }
    pages.goTo(context, "/releases#decision");
  }

  /** {@code --name=value}, so that no value is taken for an option; nothing for a blank field. */
  private static List<String> given(Context context, String name, int longest) {
    String value = FreeText.of(context.formParam(name), longest);
    return value.isEmpty() ? List.of() : List.of("--" + name + "=" + value);
  }
}
