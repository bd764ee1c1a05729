package jp.renkei.jobs.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import jp.renkei.jobs.sample.AnswerSheet.Answer;
import jp.renkei.jobs.sample.AnswerSheet.Place;
import jp.renkei.jobs.sample.AnswerSheet.ValueState;

/**
 * The last round's special submissions. By their order the issuers that answer send: a file with a
 * byte order mark, a resubmission, an older one named later, a late one, one with a wrong type (the
 * older stands), one with a start date after the reference date (nothing stands), one without a
 * column, one with a question twice, one in CP932, one in UTF-16, and a broken workbook. Smaller
 * worlds have the first few. A faulty file comes after a good one of the same issuer, but for the
 * one of whom nothing stands.
 */
final class SurveyFaults {
  private static final Charset CP932 = Charset.forName("windows-31j");

  private final LandingFolder landing;
  private final SampleStory story;

  SurveyFaults(LandingFolder landing, SampleStory story) {
    this.landing = landing;
    this.story = story;
  }

  /** Writes the issuer's file or files; false where none of them is good. */
  boolean writeOfLastRound(int place, TrueIssuer issuer, TrueRound round, AnswerSheet sheet) {
    String path = SurveyFiles.path(round, issuer.id());
    String later = path.replace(".csv", "_2.csv");
    LocalDate day = round.dueDate().plusDays(2);
    AnswerSheet again = sheet.submittedAt(SurveyFiles.onDay(day));
    switch (place) {
      case 0 -> encoded(PlantedKind.ENCODING_UTF8_BOM, path, sheet, StandardCharsets.UTF_8);
      case 1 -> {
        good(path, halved(sheet));
        good(later, again);
        story.add(PlantedKind.RESUBMISSION, later, 1, issuer.id());
      }
      case 2 -> {
        good(path, again);
        good(later, halved(sheet));
        story.add(PlantedKind.OLDER_SUBMISSION_NAMED_LATER, later, 1, issuer.id());
      }
      case 3 -> {
        LocalDate late = round.dueDate().plusDays(round.graceDays() + 6);
        good(path, sheet.submittedAt(SurveyFiles.onDay(late)));
        story.add(PlantedKind.LATE_SUBMISSION, path, 1, issuer.id());
      }
      case 4 -> {
        good(path, sheet);
        good(later, withValue(again, "A1_04", "約百万円"));
        story.add(PlantedKind.WRONG_TYPE, later, 1, issuer.id() + " A1_04");
        story.add(PlantedKind.REFUSED_OLDER_STANDS, later, 1, issuer.id());
      }
      case 5 -> {
        good(path, startingAfter(sheet, issuer, round));
        story.add(PlantedKind.DATE_OUT_OF_RANGE, path, 1, issuer.id() + " A2_02");
        story.add(PlantedKind.REFUSED_NOTHING_STANDS, path, 1, issuer.id());
        return false;
      }
      case 6 -> {
        good(path, sheet);
        landing.text(later, again.table().without("value_state").text());
        story.add(PlantedKind.MISSING_COLUMN, later, 1, issuer.id());
      }
      case 7 -> {
        good(path, sheet);
        good(later, again.reported(Place.WHOLE, "A0_02", "NAMED"));
        story.add(PlantedKind.DUPLICATE_KEY, later, 1, issuer.id() + " A0_02");
        story.add(PlantedKind.REFUSED_OLDER_STANDS, later, 1, issuer.id());
      }
      case 8 -> encoded(PlantedKind.ENCODING_CP932, path, sheet, CP932);
      case 9 -> encoded(PlantedKind.ENCODING_UTF16, path, sheet, StandardCharsets.UTF_16LE);
      case 10 -> {
        good(path, sheet);
        String workbook = path.replace(".csv", "_2.xlsx");
        landing.text(workbook, "PK\u0003\u0004 架空データ: 途中で切れた調査票");
        story.add(PlantedKind.UNREADABLE_FILE, workbook, 1, issuer.id());
      }
      default -> good(path, sheet);
    }
    return true;
  }

  /** A submission under an id that no register row holds. */
  void unknownRespondent(TrueRound round, AnswerSheet sheet) {
    String path = SurveyFiles.path(round, "ISS999");
    good(path, sheet.of("ISS999"));
    story.add(PlantedKind.UNKNOWN_RESPONDENT, path, 1, "ISS999");
  }

  /** An agent names a card company that the register does not hold on the reference date. */
  static void addStrangeCounterparty(AnswerSheet sheet, String issuerId) {
    Place place = Place.cell(Segment.INDIVIDUAL, issuerId);
    sheet.reported(place, "B3_01", TrueCell.Status.REQUESTED);
    sheet.notApplicable(place, "B3_02");
    sheet.reported(place, "B3_03", 0);
    sheet.notApplicable(place, "B3_04", "B3_05", "B3_06", "B3_07", "B3_08", "B3_09");
  }

  private void good(String path, AnswerSheet sheet) {
    landing.text(path, sheet.table().text());
  }

  private void encoded(PlantedKind kind, String path, AnswerSheet sheet, Charset charset) {
    String mark = charset.equals(CP932) ? "" : "\uFEFF";
    landing.text(path, mark + sheet.table().text(), charset);
    story.add(kind, path, 1, "");
  }

  /** The same submission with other figures, so that it shows which one was taken. */
  private static AnswerSheet halved(AnswerSheet sheet) {
    return sheet.changed(
        answer -> {
          boolean counts =
              answer.questionId().equals("A9_03") || answer.questionId().equals("A1_01");
          return counts && answer.state() == ValueState.REPORTED
              ? answer.withValue(Long.toString(Long.parseLong(answer.value()) / 2))
              : answer;
        });
  }

  private static AnswerSheet withValue(AnswerSheet sheet, String questionId, String value) {
    return sheet.changed(
        answer ->
            answer.questionId().equals(questionId)
                ? new Answer(answer.place(), questionId, value, ValueState.REPORTED, "")
                : answer);
  }

  private static AnswerSheet startingAfter(AnswerSheet sheet, TrueIssuer issuer, TrueRound round) {
    String tooLate = round.referenceDate().plusDays(20).toString();
    Place place = Place.line(issuer.lines().get(0));
    return sheet.changed(
        answer -> {
          if (!answer.place().equals(place)) {
            return answer;
          }
          return switch (answer.questionId()) {
            case "A2_01" -> new Answer(place, "A2_01", "LIVE", ValueState.REPORTED, "");
            case "A2_02" -> new Answer(place, "A2_02", tooLate, ValueState.REPORTED, "");
            default -> answer;
          };
        });
  }
}
