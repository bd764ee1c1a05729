package jp.renkei.webapi.surveys;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.desk.Deadline;
import jp.renkei.webapi.desk.Desk;
import jp.renkei.webapi.desk.DeskRound;
import jp.renkei.webapi.desk.DeskRound.DeskQuestionnaire;
import jp.renkei.webapi.desk.DeskStatus;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.security.Refusal;
import jp.renkei.webapi.security.Visitor;
import jp.renkei.webapi.serving.Attachment;
import jp.renkei.webapi.serving.OwnPages;
import jp.renkei.webapi.serving.PageServer;

/** {@code /surveys}: the public reads rates, the secretariat who is still to answer. */
public final class SurveyPages {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Desk desk;
  private final Clock clock;
  private final PageServer server;
  private final OwnPages pages;
  private final Templates templates;
  private final Handler ratesOnly;

  public SurveyPages(Desk desk, Clock clock, PageServer server, Templates templates) {
    this.desk = desk;
    this.clock = clock;
    this.server = server;
    this.templates = templates;
    this.pages = new OwnPages(server, templates);
    this.ratesOnly = server.page(this::rates);
  }

  public void show(Context context) throws Exception {
    if (isSecretariat(context)) {
      collection(context);
    } else {
      ratesOnly.handle(context);
    }
  }

  private Answer rates(PageRequest request) {
    return Answer.html(
        templates.render(
            "surveys",
            request.frame(),
            new SurveyPage(Optional.of(ResponseRates.of(request)), Optional.empty())));
  }

  /** The secretariat, signed in or alone on its own machine. */
  private static boolean isSecretariat(Context context) {
    return Visitor.of(context).audience() == Audience.SECRETARIAT;
  }

  private void collection(Context context) {
    var frame = pages.frame(context);
    var rounds = desk.isThere() ? desk.rounds() : List.<DeskRound>of();
    var collection =
        rounds.isEmpty()
            ? Optional.<SurveyPage.Collection>empty()
            : Optional.of(collection(context, frame, rounds));
    var rates = server.requestBehind(context).map(ResponseRates::of);
    pages.send(context, frame, "surveys", new SurveyPage(rates, collection));
  }

  private SurveyPage.Collection collection(Context context, Frame frame, List<DeskRound> rounds) {
    var round = chosen(context, rounds);
    var respondents = desk.status(round.roundId());
    var deadline = Deadline.of(round, today());
    boolean isOpenOnly = "open".equals(context.queryParam("show"));
    return new SurveyPage.Collection(
        rounds.stream().map(DeskRound::roundId).toList(),
        round.roundId(),
        frame.date(round.referenceDay()),
        frame.date(round.dueDay()),
        frame.date(round.finalDay()),
        frame.text(deadline.textKey(), String.valueOf(deadline.days())),
        deadline.urgency(),
        round.questionnaires().stream()
            .map(one -> count(one, round.title(one.id(), frame.isJapanese()), respondents))
            .toList(),
        respondents.stream()
            .filter(one -> !isOpenOnly || isToRemind(one))
            .map(
                one ->
                    new SurveyPage.Row(
                        one,
                        round.title(one.questionnaireId(), frame.isJapanese()),
                        time(one.submittedAt()),
                        time(one.refusedAt())))
            .toList(),
        desk.looseFiles(),
        isOpenOnly,
        Visitor.of(context).isSecretariat());
  }

  private static SurveyPage.Count count(
      DeskQuestionnaire asked, String title, List<DeskStatus> respondents) {
    var frame =
        respondents.stream()
            .filter(one -> one.isInFrame() && one.questionnaireId().equals(asked.id()))
            .toList();
    long answered = frame.stream().filter(DeskStatus::isAnswered).count();
    return new SurveyPage.Count(
        title,
        frame.size(),
        in(frame, "ACCEPTED"),
        in(frame, "LATE"),
        in(frame, "REFUSED"),
        in(frame, "OPEN"),
        frame.isEmpty() ? "" : KpiFormat.text((double) answered / frame.size(), "ratio"));
  }

  private static long in(List<DeskStatus> respondents, String state) {
    return respondents.stream().filter(one -> one.state().equals(state)).count();
  }

  /** 督促: a row per respondent of the frame who has not answered yet. */
  public void reminders(Context context) {
    requireSecretariat(context);
    var round = chosen(context, desk.rounds());
    sendCsv(context, "督促", round, desk.reminders(round.roundId()));
  }

  /** Every respondent of a round. */
  public void status(Context context) {
    requireSecretariat(context);
    var round = chosen(context, desk.rounds());
    sendCsv(context, "回収状況", round, StatusCsv.of(round, desk.status(round.roundId()), today()));
  }

  private static void requireSecretariat(Context context) {
    if (!isSecretariat(context)) {
      Visitor.of(context).requireUser();
      throw new Refusal(Refusal.Kind.NOT_ALLOWED);
    }
  }

  private void sendCsv(Context context, String stem, DeskRound round, String csv) {
    context.header("Cache-Control", "no-store");
    context.header(
        "Content-Disposition",
        Attachment.named(stem + "_" + round.roundId() + "_" + today() + ".csv"));
    context.contentType(Answer.CSV).result(csv.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isToRemind(DeskStatus one) {
    return one.isInFrame() && !one.isAnswered();
  }

  private static DeskRound chosen(Context context, List<DeskRound> rounds) {
    String id = Optional.ofNullable(context.queryParam("round")).orElse("");
    return rounds.stream()
        .filter(round -> id.isEmpty() || round.roundId().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotShown(NotShown.Kind.NO_ROUND, id));
  }

  private static String time(String submittedAt) {
    return submittedAt.length() > 16 ? submittedAt.substring(0, 16).replace('T', ' ') : submittedAt;
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(JAPAN));
  }
}
