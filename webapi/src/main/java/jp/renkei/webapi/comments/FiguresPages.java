package jp.renkei.webapi.comments;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.reports.figure.KpiComments;
import jp.renkei.reports.figure.KpiDefinitions;
import jp.renkei.warehouse.release.Release;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.landing.FreeText;
import jp.renkei.webapi.security.Refusal;
import jp.renkei.webapi.security.User;
import jp.renkei.webapi.security.Visitor;
import jp.renkei.webapi.serving.OwnPages;
import jp.renkei.webapi.serving.PageServer;
import jp.renkei.webapi.serving.ReleaseShelf;
import jp.renkei.webapi.serving.ReleaseShelves;

/**
 * {@code /figures}: the user's own figures of the newest release that was not withdrawn, drafts
 * included. Read are the files of the companies that the user answers for, and the public's.
 */
public final class FiguresPages {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final ReleaseShelf shelf;
  private final CommentLanding comments;
  private final Clock clock;
  private final PageServer server;
  private final OwnPages pages;

  public FiguresPages(
      ReleaseShelves shelves,
      CommentLanding comments,
      Clock clock,
      PageServer server,
      Templates templates) {
    this.shelf = shelves.ofRespondents();
    this.comments = comments;
    this.clock = clock;
    this.server = server;
    this.pages = new OwnPages(server, templates);
  }

  public void show(Context context) {
    show(
        context,
        savedKey(context),
        Optional.ofNullable(context.queryParam("figure")).orElse(""),
        "");
  }

  /**
   * @param saved key of what became of the form just sent, empty without
   * @param writing anchor of the figure whose form is open, empty without
   * @param unsaved what stood in the form that was sent and is not kept, empty without
   */
  private void show(Context context, String saved, String writing, String unsaved) {
    var user = respondent(context);
    var release = newest();
    // The frame says which release it is, and that it is a draft.
    var frame = server.frame(context, Optional.of(shelf.shown(release)));
    var companies = new ArrayList<FiguresPage.Company>();
    var standing = comments.standing(user.respondents());
    for (String respondentId : user.respondents()) {
      companies.add(company(frame, release, respondentId, standing));
    }
    pages.send(
        context,
        frame,
        "figures",
        new FiguresPage(
            release.id(),
            shelf.shown(release).isDraft(),
            companies,
            saved,
            writing,
            unsaved,
            Visitor.of(context).token()));
  }

  private FiguresPage.Company company(
      Frame frame, Release release, String respondentId, Map<FigureKey, Comment> standing) {
    var own = OwnFigures.read(shelf, release, respondentId, frame.isJapanese());
    var names =
        shelf
            .reader(release)
            .read(queries -> CompanyNames.read(queries, frame.isJapanese()))
            .and(own.names());
    var definitions = shelf.reader(release).read(queries -> KpiDefinitions.read(queries).newest());
    var released = shelf.reader(release).read(KpiComments::read);
    return new FiguresPage.Company(
        respondentId,
        names.of(respondentId),
        own.lacking(),
        new FigureViews(frame, respondentId, names, standing, released)
            .kpis(own.figures(), definitions));
  }

  private static String savedKey(Context context) {
    String saved = Optional.ofNullable(context.queryParam("saved")).orElse("");
    return List.of("comment", "withdrawn").contains(saved) ? "figures.saved." + saved : "";
  }

  /** Keeps a comment on one of the user's own figures. */
  public void comment(Context context) {
    var user = respondent(context);
    String respondentId = field(context, "respondent");
    if (!user.answersFor(respondentId)) {
      throw new Refusal(Refusal.Kind.NOT_ALLOWED);
    }
    var release = newest();
    var key =
        new FigureKey(
            respondentId,
            field(context, "kpi"),
            field(context, "period"),
            field(context, "level"),
            field(context, "counterparty"),
            field(context, "slice"),
            field(context, "slice_value"),
            field(context, "basis"),
            field(context, "version"));
    String text = FreeText.ofLines(context.formParam("comment"), Comment.LONGEST);
    if (!field(context, "release").equals(Integer.toString(release.id()))) {
      // The figure may be another one now; what was written about it is not to be lost.
      context.status(409);
      show(context, "figures.saved.newer", key.anchor(), text);
      return;
    }
    boolean isOwn =
        OwnFigures.read(shelf, release, respondentId, true).figures().stream()
            .map(figure -> FigureKey.of(respondentId, figure))
            .anyMatch(own -> own.equals(key) || own.ofPeriod().equals(key));
    if (!isOwn) {
      throw new Refusal(Refusal.Kind.NOT_ALLOWED);
    }
    comments.put(new Comment(key, release.id(), text, LocalDate.now(clock.withZone(JAPAN))));
    pages.goTo(
        context,
        "/figures?saved=" + (text.isEmpty() ? "withdrawn" : "comment") + "#" + key.anchor());
  }

  private Release newest() {
    return shelf.newest().orElseThrow(() -> new NotShown(NotShown.Kind.NO_RELEASE_YET, ""));
  }

  private static User respondent(Context context) {
    var user = Visitor.of(context).requireUser();
    if (!Visitor.of(context).isRespondent()) {
      throw new Refusal(Refusal.Kind.NOT_ALLOWED);
    }
    return user;
  }

  private static String field(Context context, String name) {
    String value = Optional.ofNullable(context.formParam(name)).orElse("");
    return value.length() > 100 ? "" : value;
  }
}
