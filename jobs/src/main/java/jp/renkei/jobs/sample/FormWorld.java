package jp.renkei.jobs.sample;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A landing folder whose surveys are returned forms alone: of every card company two rounds, one
 * workbook each. For measuring how fast they are taken in.
 */
public final class FormWorld {
  private static final int ROUNDS = 2;
  private static final SampleOptions SIZE = new SampleOptions(20260331L, 250, 5, 1, 100);

  private FormWorld() {}

  /**
   * Writes registers, rounds and forms.
   *
   * @param landing a folder that is missing or empty
   * @param issuers how many card companies answer, at most 250
   * @return how many forms lie there
   */
  public static int write(Path landing, int issuers) {
    var truth = new SampleTruth(SIZE);
    var folder = new LandingFolder(landing);
    var story = new SampleStory();
    new RegisterFiles(truth, folder, story).write();
    RoundFiles.write(truth, folder);
    var forms = new SurveyForms(truth);
    var answers = new IssuerAnswers(truth);
    int written = 0;
    // The first two rounds: in the third a company that merged is gone.
    for (TrueRound round : truth.rounds().subList(0, ROUNDS)) {
      LocalDate day = round.dueDate().minusDays(5);
      for (TrueIssuer issuer :
          truth.issuersOn(round.referenceDate()).stream().limit(issuers).toList()) {
        var sheet = answers.of(issuer, round, SurveyFiles.onDay(day));
        folder.bytes(
            SurveyFiles.path(round, issuer.id()).replace(".csv", ".xlsx"),
            forms.of(issuer, round, sheet, day));
        written++;
      }
    }
    return written;
  }
}
