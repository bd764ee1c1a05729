package jp.renkei.webapi.upload;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.renkei.webapi.desk.Deadline;
import jp.renkei.webapi.desk.Desk;
import jp.renkei.webapi.desk.DeskException;
import jp.renkei.webapi.desk.DeskRound;
import jp.renkei.webapi.desk.DeskStatus;
import jp.renkei.webapi.frame.Frame;

/** Puts rounds and checked files into the words of a page. */
final class UploadViews {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final Frame frame;
  private final Desk desk;
  private final Clock clock;

  UploadViews(Frame frame, Desk desk, Clock clock) {
    this.frame = frame;
    this.desk = desk;
    this.clock = clock;
  }

  /** The rounds that some companies are asked in, or answered in, the newest first. */
  List<UploadPage.RoundView> rounds(List<String> respondents) {
    var views = new ArrayList<UploadPage.RoundView>();
    for (var round : desk.rounds()) {
      var asked = new ArrayList<UploadPage.AskedView>();
      for (String respondent : respondents) {
        desk.status(round.roundId(), respondent).stream()
            .filter(status -> status.respondentId().equals(respondent))
            .filter(status -> status.isInFrame() || status.submissions() > 0)
            .map(status -> asked(round, status))
            .forEach(asked::add);
      }
      if (!asked.isEmpty()) {
        views.add(view(round, asked, views.isEmpty()));
      }
    }
    return views;
  }

  private UploadPage.RoundView view(
      DeskRound round, List<UploadPage.AskedView> asked, boolean isNewest) {
    var deadline = Deadline.of(round, today());
    boolean isAnswered =
        asked.stream()
            .allMatch(one -> one.state().equals("ACCEPTED") || one.state().equals("LATE"));
    return new UploadPage.RoundView(
        round.roundId(),
        frame.date(round.referenceDay()),
        frame.date(round.dueDay()),
        frame.date(round.finalDay()),
        round.isClosedOn(today()),
        isNewest && !isAnswered,
        frame.text(deadline.textKey(), String.valueOf(deadline.days())),
        isAnswered ? "plain" : deadline.urgency(),
        asked);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(JAPAN));
  }

  /** When a file of a round may have come; of a round that there is not, today. */
  ArrivalDays arrivalDays(String roundId) {
    var first = round(roundId).map(DeskRound::referenceDay).filter(day -> !day.isAfter(today()));
    return new ArrivalDays(first.orElseGet(this::today), today());
  }

  /** A receipt as it is shown; without a desk nothing is said of the last day. */
  UploadPage.ReceiptView receipt(SurveyLanding.Entry entry) {
    var receipt = entry.receipt();
    String path = receipt.path();
    return new UploadPage.ReceiptView(
        entry,
        time(receipt.submittedAt().toString()),
        path.substring(path.indexOf('/') + 1),
        receipt.isArrivalStated() ? frame.date(receipt.arrivedOn()) : "",
        lastDay(entry.name().roundId())
            .filter(receipt.arrivedOn()::isAfter)
            .map(frame::date)
            .orElse(""));
  }

  /** The last day of a round in words, where it has passed; else empty. */
  String lateSince(String roundId) {
    return lastDay(roundId).filter(today()::isAfter).map(frame::date).orElse("");
  }

  private Optional<LocalDate> lastDay(String roundId) {
    try {
      return round(roundId).map(DeskRound::finalDay);
    } catch (DeskException e) {
      return Optional.empty();
    }
  }

  private Optional<DeskRound> round(String roundId) {
    return desk.rounds().stream().filter(round -> round.roundId().equals(roundId)).findFirst();
  }

  private UploadPage.AskedView asked(DeskRound round, DeskStatus status) {
    return new UploadPage.AskedView(
        status.respondentId(),
        status.nameJa(),
        status.questionnaireId(),
        round.title(status.questionnaireId(), frame.isJapanese()),
        status.state(),
        time(status.submittedAt()),
        status.submissions(),
        status.sha256(),
        time(status.refusedAt()));
  }

  UploadPage.Waiting waiting(CheckedFile file) {
    return new UploadPage.Waiting(file.key(), file.name(), time(file.sentAt()), file.isReady());
  }

  /** The questionnaire's title, as far as the file tells which it is. */
  String title(String roundId, String questionnaireId) {
    return roundId.isEmpty()
        ? ""
        : round(roundId)
            .map(round -> round.title(questionnaireId, frame.isJapanese()))
            .orElse(questionnaireId);
  }

  List<UploadPage.WarningView> warnings(CheckedFile file, HandIn said) {
    var views = new ArrayList<UploadPage.WarningView>();
    var warnings = file.check().warnings();
    for (int i = 0; i < warnings.size(); i++) {
      views.add(new UploadPage.WarningView("reason-" + i, warnings.get(i), said.reasons().get(i)));
    }
    return views;
  }

  /** A time in Japan; what is no time stays as it is. */
  String time(String submittedAt) {
    try {
      return submittedAt.isEmpty() ? "" : time(OffsetDateTime.parse(submittedAt).toInstant());
    } catch (DateTimeException e) {
      return submittedAt;
    }
  }

  private static String time(Instant at) {
    return TIME.format(at.atZone(JAPAN));
  }
}
