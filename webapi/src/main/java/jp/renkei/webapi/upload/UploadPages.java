package jp.renkei.webapi.upload;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.renkei.webapi.desk.Desk;
import jp.renkei.webapi.desk.DeskProblem;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.security.RandomText;
import jp.renkei.webapi.security.Refusal;
import jp.renkei.webapi.security.User;
import jp.renkei.webapi.security.Visitor;
import jp.renkei.webapi.serving.Attachment;
import jp.renkei.webapi.serving.OwnPages;
import jp.renkei.webapi.serving.PageServer;

/** {@code /upload} and what lies below it. */
public final class UploadPages implements AutoCloseable {
  private final Desk desk;
  private final SurveyLanding landing;
  private final Clock clock;
  private final OwnPages pages;
  private final CheckedFiles files;
  private final UploadCheck check;

  public UploadPages(
      Desk desk, SurveyLanding landing, Clock clock, PageServer pages, Templates templates) {
    this.desk = desk;
    this.landing = landing;
    this.clock = clock;
    this.pages = new OwnPages(pages, templates);
    this.files = new CheckedFiles(clock);
    this.check = new UploadCheck(desk, files, clock);
  }

  /** Where files are kept between check and hand-in. */
  public Path folder() {
    return files.folder();
  }

  public void start(Context context) {
    start(context, sender(context), "");
  }

  private void start(Context context, User user, String problemKey) {
    var frame = pages.frame(context);
    var views = new UploadViews(frame, desk, clock);
    boolean isSecretariat = user.role().isSecretariat();
    pages.send(
        context,
        frame,
        "upload",
        new UploadPage.Start(
            isSecretariat ? List.of() : views.rounds(user.respondents()),
            user.respondents().size() > 1 ? user.respondents() : List.of(),
            isSecretariat,
            Visitor.of(context).token(),
            files.of(user.name()).stream().map(views::waiting).toList(),
            isSecretariat
                ? landing.receiptsBy(user.name())
                : landing.receiptsOf(user.respondents()),
            problemKey));
  }

  /** A file that was sent: checked, kept aside, and shown by a page of its own. */
  public void send(Context context) {
    var user = sender(context);
    String respondentId = respondent(context, user);
    var sent = context.uploadedFile("file");
    if (sent == null || sent.size() == 0) {
      context.status(422);
      start(context, user, "upload.no_file");
      return;
    }
    files.began(user.name());
    try {
      pages.goTo(context, "/upload/checked/" + check.take(sent, user, respondentId).key());
    } finally {
      files.ended(user.name());
    }
  }

  /** A respondent sends for its own companies only, whatever the form says. */
  private static String respondent(Context context, User user) {
    if (user.role().isSecretariat()) {
      return "";
    }
    String chosen = Optional.ofNullable(context.formParam("respondent")).orElse("");
    if (chosen.isEmpty() && user.respondents().size() == 1) {
      return user.respondents().get(0);
    }
    if (!user.answersFor(chosen)) {
      throw new Refusal(Refusal.Kind.NOT_ALLOWED);
    }
    return chosen;
  }

  public void checked(Context context) {
    var user = sender(context);
    var file = own(context, user);
    show(context, user, file, HandIn.empty(file), List.of(), "");
  }

  public void marked(Context context) {
    var file = own(context, sender(context));
    if (!Files.exists(file.marked())) {
      throw new NotShown(NotShown.Kind.NO_PAGE, context.path());
    }
    sendFile(context, file.marked(), file.name().replaceFirst("\\.[^.]*$", "") + "_エラー一覧.xlsx");
  }

  public void discard(Context context) {
    files.forget(own(context, sender(context)).key());
    pages.goTo(context, "/upload");
  }

  /** Hands a checked file in, if it is still as good as when it was shown. */
  public void handIn(Context context) {
    var user = sender(context);
    var before = own(context, user);
    files.began(user.name());
    try {
      var file = check.again(before);
      var said = HandIn.of(file, context.formParamMap());
      if (!file.isReady() || !file.check().equals(before.check())) {
        context.status(409);
        show(context, user, file, said, List.of(), file.isReady() ? "upload.changed" : "");
        return;
      }
      var views = new UploadViews(pages.frame(context), desk, clock);
      var missing = said.missing(file, user, views.arrivalDays(file.check().roundId()));
      if (!missing.isEmpty()) {
        context.status(422);
        show(context, user, file, said, missing, "upload.missing");
        return;
      }
      // The desk has read from the file whose it is.
      Visitor.of(context).requireSenderFor(file.check().respondentId());
      var name =
          LandedName.of(
              file.check().roundId(),
              file.check().respondentId(),
              file.check().questionnaireId(),
              file.sha256());
      var receipt = said.receipt(file, SurveyLanding.pathOf(name, file.ending()), user, clock);
      var entry = landing.put(file.file(), name, receipt);
      files.forget(file.key());
      pages.goTo(context, "/upload/receipts/" + Attachment.inPath(entry.stem()));
    } finally {
      files.ended(user.name());
    }
  }

  private void show(
      Context context,
      User user,
      CheckedFile file,
      HandIn said,
      List<String> missing,
      String noteKey) {
    var frame = pages.frame(context);
    var views = new UploadViews(frame, desk, clock);
    pages.send(
        context,
        frame,
        "checked",
        new UploadPage.Checked(
            file.key(),
            file.name(),
            file.sha256(),
            file.check(),
            views.title(file.check().roundId(), file.check().questionnaireId()),
            file.check().problems().stream()
                .sorted(Comparator.comparingInt(DeskProblem::rank))
                .toList(),
            views.warnings(file, said),
            file.countsAt().orElse(""),
            file.isReady(),
            user.role().isSecretariat(),
            file.check().replaced().map(one -> views.time(one.submittedAt())).orElse(""),
            said.correctionReason(),
            said.note(),
            said.arrivedOn(),
            views.arrivalDays(file.check().roundId()),
            views.lateSince(file.check().roundId()),
            missing,
            noteKey,
            Visitor.of(context).token()));
  }

  public void receipt(Context context) {
    var visitor = Visitor.of(context);
    visitor.requireUser();
    String stem = context.pathParam("stem");
    // Asked by its name first: whether a stranger's receipt exists is not told either.
    LandedName.parse(stem).ifPresent(name -> visitor.requireSenderFor(name.respondentId()));
    var entry =
        landing
            .receipt(stem)
            .orElseThrow(() -> new NotShown(NotShown.Kind.NO_PAGE, context.path()));
    var frame = pages.frame(context);
    pages.send(context, frame, "receipt", new UploadViews(frame, desk, clock).receipt(entry));
  }

  /** A blank form: of the user's own companies, or of anybody for the secretariat. */
  public void form(Context context) {
    String respondentId = parameter(context, "respondent");
    Visitor.of(context).requireSenderFor(respondentId);
    Path folder = files.folder().resolve("form-" + RandomText.of256Bits());
    try {
      Files.createDirectory(folder);
      Path out = folder.resolve("form.xlsx");
      String roundId = parameter(context, "round");
      String questionnaireId = parameter(context, "questionnaire");
      String name = desk.template(roundId, questionnaireId, respondentId, out);
      String title =
          new UploadViews(pages.frame(context), desk, clock).title(roundId, questionnaireId);
      sendFile(context, out, title.isEmpty() ? name : title + "_" + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      // What is open stays readable until it is sent.
      TemporaryFolder.delete(folder);
    }
  }

  private static void sendFile(Context context, Path file, String name) {
    try {
      context.header("Cache-Control", "no-store");
      context.header("Content-Disposition", Attachment.named(name));
      context.header("Content-Length", Long.toString(Files.size(file)));
      context.contentType(Answer.XLSX);
      context.result(Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CheckedFile own(Context context, User user) {
    var file =
        files
            .find(context.pathParam("key"))
            .orElseThrow(() -> new NotShown(NotShown.Kind.NO_CHECKED_FILE, ""));
    if (!file.sender().equals(user.name())) {
      throw new Refusal(Refusal.Kind.NOT_ALLOWED);
    }
    return file;
  }

  private static User sender(Context context) {
    var visitor = Visitor.of(context);
    var user = visitor.requireUser();
    if (!visitor.isRespondent() && !visitor.isSecretariat()) {
      throw new Refusal(Refusal.Kind.NOT_ALLOWED);
    }
    return user;
  }

  private static String parameter(Context context, String name) {
    String value = Optional.ofNullable(context.queryParam(name)).orElse("");
    if (value.isEmpty() || value.length() > 100) {
      throw new NotShown(NotShown.Kind.WRONG_PARAMETER, name);
    }
    return value;
  }

  @Override
  public void close() {
    files.close();
  }
}
