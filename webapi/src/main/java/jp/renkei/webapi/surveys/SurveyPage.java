package jp.renkei.webapi.surveys;

import java.util.List;
import java.util.Optional;
import jp.renkei.webapi.desk.DeskLooseFile;
import jp.renkei.webapi.desk.DeskStatus;

/**
 * What {@code /surveys} says.
 *
 * @param rates empty where there is no release to show
 * @param collection the secretariat's view of one round; empty for everybody else
 */
public record SurveyPage(Optional<ResponseRates> rates, Optional<Collection> collection) {

  /**
   * One round as it stands in landing now.
   *
   * @param rounds every round's id, the newest first
   * @param daysLeft to the due date in words
   * @param urgency good, warn or bad
   * @param looseFiles survey files that stand beside nobody, of any round
   * @param isOpenOnly whether those who have answered are left out
   * @param maySend whether somebody is signed in who may accept on a respondent's behalf
   */
  public record Collection(
      List<String> rounds,
      String roundId,
      String referenceDay,
      String dueDay,
      String finalDay,
      String daysLeft,
      String urgency,
      List<Count> counts,
      List<Row> rows,
      List<DeskLooseFile> looseFiles,
      boolean isOpenOnly,
      boolean maySend) {
    public Collection {
      rounds = List.copyOf(rounds);
      counts = List.copyOf(counts);
      rows = List.copyOf(rows);
      looseFiles = List.copyOf(looseFiles);
    }
  }

  /** How many of a questionnaire's frame are in which state; {@code rate} in words. */
  public record Count(
      String title, int asked, long accepted, long late, long refused, long open, String rate) {}

  /** One respondent and questionnaire. */
  public record Row(DeskStatus status, String title, String submittedAt, String refusedAt) {}
}
