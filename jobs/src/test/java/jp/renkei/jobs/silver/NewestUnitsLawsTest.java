package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.ValueState;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Which answers count does not depend on the order of submissions, nor on the files they are in.
 */
class NewestUnitsLawsTest {
  private static final OffsetDateTime START = OffsetDateTime.parse("2026-04-01T09:00:00+09:00");

  /** One respondent's submission; no two of one respondent are of the same minute. */
  record Submission(String respondent, int minute, boolean isAccepted, String value) {}

  @Provide
  Arbitrary<List<Submission>> submissions() {
    return Combinators.combine(
            Arbitraries.of("I1", "I2", "I3"),
            Arbitraries.integers().between(0, 500),
            Arbitraries.of(true, true, false),
            Arbitraries.of("YES", "NO"))
        .as(Submission::new)
        .list()
        .uniqueElements(one -> one.respondent() + one.minute())
        .ofMaxSize(12);
  }

  /** What counts of each respondent, the submissions put into files as they come. */
  private static Map<String, String> counting(List<Submission> submissions, int mostOfFile) {
    var files = new ArrayList<ReceivedFiles.File>();
    var surveys = new HashMap<String, SurveyUnits>();
    var batch = new ArrayList<Submission>();
    var respondents = new HashSet<String>();
    for (var submission : submissions) {
      if (batch.size() == mostOfFile || !respondents.add(submission.respondent())) {
        file(batch, files, surveys);
        batch.clear();
        respondents.clear();
        respondents.add(submission.respondent());
      }
      batch.add(submission);
    }
    file(batch, files, surveys);
    var counting = new TreeMap<String, String>();
    for (var unit : NewestUnits.of(files, surveys).all()) {
      var answer = unit.verdict().answers().get(0);
      counting.put(answer.respondentId(), answer.value() + " " + answer.submittedAt());
    }
    return counting;
  }

  private static void file(
      List<Submission> batch, List<ReceivedFiles.File> files, Map<String, SurveyUnits> surveys) {
    String sha = "file" + files.size();
    files.add(
        new ReceivedFiles.File(
            sha, sha, SubmissionKind.SURVEY, "surveys/" + sha + ".csv", Instant.EPOCH));
    surveys.put(
        sha,
        new SurveyUnits(
            sha,
            batch.size(),
            List.of(),
            batch.stream().map(NewestUnitsLawsTest::verdict).toList(),
            List.of()));
  }

  private static SurveyUnits.Verdict verdict(Submission submission) {
    var at = START.plusMinutes(submission.minute());
    return new SurveyUnits.Verdict(
        "R1",
        "issuer_survey",
        1,
        submission.respondent(),
        at,
        false,
        "",
        1,
        false,
        List.of(),
        submission.isAccepted() ? List.of(answer(submission, at)) : List.of(),
        List.of());
  }

  private static Answer answer(Submission submission, OffsetDateTime at) {
    return new Answer(
        "issuer_survey",
        1,
        "R1",
        submission.respondent(),
        at,
        "",
        "",
        "",
        "A3_01",
        submission.value(),
        ValueState.REPORTED,
        "",
        Place.line(2));
  }

  @Property
  void orderAndBatchingAreIrrelevant(
      @ForAll("submissions") List<Submission> submissions, @ForAll long seed) {
    var random = new Random(seed);
    var shuffled = new ArrayList<>(submissions);
    Collections.shuffle(shuffled, random);
    assertThat(counting(shuffled, 1 + random.nextInt(4))).isEqualTo(counting(submissions, 1));
  }

  @Property
  void aResubmissionEqualsAFirstSubmissionOfTheSameContent(
      @ForAll("submissions") List<Submission> earlier) {
    var last = new Submission("I1", 1_000, true, "YES");
    var all = new ArrayList<>(earlier);
    all.add(last);
    var alone = new ArrayList<>(earlier);
    alone.removeIf(one -> one.respondent().equals("I1"));
    alone.add(last);
    assertThat(counting(all, 1)).isEqualTo(counting(alone, 1));
  }
}
