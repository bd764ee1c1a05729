package jp.renkei.webapi.upload;

import java.util.List;
import jp.renkei.webapi.desk.DeskCheck;
import jp.renkei.webapi.desk.DeskProblem;

/** What the pages of 提出 say. */
public final class UploadPage {
  private UploadPage() {}

  /**
   * {@code /upload}.
   *
   * @param respondents the companies to choose from when sending a file; none where the file tells
   * @param isSecretariat whether files of any respondent are taken
   * @param problemKey of what was wrong with the form just sent, empty without
   */
  public record Start(
      List<RoundView> rounds,
      List<String> respondents,
      boolean isSecretariat,
      String token,
      List<Waiting> waiting,
      List<SurveyLanding.Entry> receipts,
      String problemKey) {
    public Start {
      rounds = List.copyOf(rounds);
      respondents = List.copyOf(respondents);
      waiting = List.copyOf(waiting);
      receipts = List.copyOf(receipts);
    }
  }

  /**
   * A round that the user's companies are asked in.
   *
   * @param isClosed whether whoever answers now is late
   * @param isUnfolded whether a closed one is shown all the same: the newest, where it is open
   * @param daysLeft until the due date in words
   * @param urgency good, warn or bad; plain where everything is answered
   */
  public record RoundView(
      String roundId,
      String referenceDay,
      String dueDay,
      String finalDay,
      boolean isClosed,
      boolean isUnfolded,
      String daysLeft,
      String urgency,
      List<AskedView> asked) {
    public RoundView {
      asked = List.copyOf(asked);
    }
  }

  /**
   * One form to fill in.
   *
   * @param refusedAt of a later submission that was refused; empty without one
   */
  public record AskedView(
      String respondentId,
      String name,
      String questionnaireId,
      String title,
      String state,
      String submittedAt,
      int submissions,
      String sha256,
      String refusedAt) {}

  /** A file that was checked and is not handed in. */
  public record Waiting(String key, String name, String sentAt, boolean isReady) {}

  /**
   * {@code /upload/checked/…}: what is wrong with a file, and the form to hand it in.
   *
   * @param problems errors first
   * @param countsAt where this very file lies as the answer that counts, empty where it does not
   * @param arrivedOn when the file came, as the secretariat typed it
   * @param arrivalDays that it may name
   * @param lateSince the last day in words, where it has passed; else empty
   * @param missing names of the fields that still have to be filled in
   * @param noteKey of what is to be told first, empty without
   */
  public record Checked(
      String key,
      String name,
      String sha256,
      DeskCheck check,
      String title,
      List<DeskProblem> problems,
      List<WarningView> warnings,
      String countsAt,
      boolean isReady,
      boolean isSecretariat,
      String earlierAt,
      String correctionReason,
      String note,
      String arrivedOn,
      ArrivalDays arrivalDays,
      String lateSince,
      List<String> missing,
      String noteKey,
      String token) {
    public Checked {
      problems = List.copyOf(problems);
      warnings = List.copyOf(warnings);
      missing = List.copyOf(missing);
    }

    public long errors() {
      return problems.stream().filter(DeskProblem::isError).count();
    }

    public boolean isMissing(String field) {
      return missing.contains(field);
    }
  }

  /** A warning with the field for its reason. */
  public record WarningView(String field, DeskProblem problem, String reason) {}

  /**
   * {@code /upload/receipts/…}.
   *
   * @param arrivedOn in words, where the file came on another day; else empty
   * @param lateSince the last day in words, where the file came after it; else empty
   */
  public record ReceiptView(
      SurveyLanding.Entry entry,
      String submittedAt,
      String name,
      String arrivedOn,
      String lateSince) {}
}
