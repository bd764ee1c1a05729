package jp.renkei.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The good submissions of the default world against the checks across questions. */
class SampleAnswersTest {
  private static final Set<PlantedKind> FAULTY =
      EnumSet.of(
          PlantedKind.WRONG_TYPE,
          PlantedKind.DATE_OUT_OF_RANGE,
          PlantedKind.MISSING_COLUMN,
          PlantedKind.DUPLICATE_KEY,
          PlantedKind.UNREADABLE_FILE);

  private static final String STATUSES = "SIGNED NEGOTIATING REQUESTED DECLINED WITHDRAWN NONE";
  private static final String REFRESH = "DAILY WEEKLY FORTNIGHTLY MONTHLY ON_DEMAND";
  private static final String BANDS = "ZERO UNDER_1M 1M_10M 10M_50M 50M_100M OVER_100M";
  private static final String STANCES = "SUPPORT CONDITIONAL NEUTRAL OPPOSE DONT_KNOW";
  private static final String ISSUES =
      "COST REVENUE VENDOR SPECIFICATION LIABILITY PRIVACY COMPETITION DEMAND STAFF OTHER";
  private static final String SUPPORT = "SUBSIDY STANDARD LIABILITY_RULE CERTIFICATION NONE OTHER";
  private static final Map<String, Set<String>> CODES =
      Map.ofEntries(
          codes("A2_01", "LIVE PLANNED UNDER_STUDY NOT_PLANNED DISCONTINUED"),
          codes("A2_04", "COST DEMAND SECURITY VENDOR SPECIFICATION OTHER"),
          codes("A3_01", "YES NO"),
          codes("A3_04", "YES NO"),
          codes("A6_01", "CONFORMS PARTLY NOT"),
          codes("A7_01", "OAUTH2 OAUTH2_OIDC FAPI PROPRIETARY NONE"),
          codes("A7_03", "PJ_CARD FISC OWN NONE"),
          codes("A9_01", STATUSES),
          codes("B3_01", STATUSES),
          codes("A9_04", "FULL PARTIAL OWN"),
          codes("A10_04", "INCLUDED EXCLUDED"),
          codes("A11_02", "ALLOW LIMIT BLOCK UNKNOWN"),
          codes("A12_01", BANDS),
          codes("B7_01", BANDS),
          codes("A12_03", "FREE FLAT PER_CALL PER_USER"),
          codes("A12_04", "ISSUER AGENT USER SPLIT OTHER"),
          codes("A13_01", "LOAD INQUIRIES FRAUD CONVENIENCE NONE OTHER"),
          codes("A13_02", "COST LIABILITY PRIVACY COMPETITION OPERATION NONE OTHER"),
          codes("A14_01", ISSUES),
          codes("B13_01", ISSUES),
          codes("A15_01", STANCES),
          codes("B13_04", STANCES),
          codes("A15_06", SUPPORT),
          codes("B13_07", SUPPORT),
          codes("B0_03", "HOUSEHOLD ACCOUNTING EXPENSE ASSET CREDIT OTHER"),
          codes("B3_05", REFRESH),
          codes("B3_06", REFRESH),
          codes("B3_09", "DONE PARALLEL NOT_STARTED"),
          codes("B5_03", "COST NO_API CRITERIA NO_ANSWER OTHER"),
          codes("B6_02", "ENCRYPTION HSM TOKENIZATION ACCESS_CONTROL OTHER"),
          codes("B10_01", "LOAD INQUIRIES FRAUD CONVENIENCE STABILITY SPEED NONE OTHER"),
          codes(
              "B10_02", "COST LIABILITY PRIVACY COMPETITION OPERATION FRESHNESS ITEMS NONE OTHER"));

  @TempDir private static Path folder;

  /** By file: the rows in order, each known by place and question. */
  private static final Map<String, List<NamedCsvRecord>> SUBMISSIONS = new LinkedHashMap<>();

  @BeforeAll
  static void writeTheDefaultWorld() {
    SampleStory story = SampleWorld.write(folder, SampleOptions.defaults());
    LandingReader landing = new LandingReader(folder);
    Set<String> faulty =
        story.planted().stream()
            .filter(each -> FAULTY.contains(each.kind()))
            .map(SampleStory.Planted::file)
            .collect(Collectors.toSet());
    for (String path : landing.files().keySet()) {
      if (path.startsWith("surveys/") && path.endsWith(".csv") && !faulty.contains(path)) {
        Charset charset = charsetOf(path, story);
        SUBMISSIONS.put(path, LandingReader.csvOf(landing.text(path, charset)));
      }
    }
  }

  @Test
  void answerEveryQuestionOfTheQuestionnaire() {
    assertThat(questionsOf("issuer_survey"))
        .hasSize(59)
        .contains("A0_01", "A6_04V", "A15_06", "A16_01S");
    assertThat(questionsOf("agent_survey"))
        .hasSize(36 + 2)
        .contains("B0_01", "B3_09", "B6_02", "B8_03", "B6_03", "B8_04", "B13_07", "B16_01S");
  }

  @Test
  void holdEveryKeyOnce() {
    SUBMISSIONS.forEach(
        (path, rows) ->
            assertThat(rows.stream().map(row -> place(row) + row.getField("question_id")))
                .as(path)
                .doesNotHaveDuplicates());
  }

  @Test
  void haveAValueExactlyWhereTheyReportOne() {
    SUBMISSIONS.forEach(
        (path, rows) ->
            assertThat(rows)
                .as(path)
                .allMatch(
                    row ->
                        row.getField("value_state").equals("REPORTED")
                            != row.getField("value").isEmpty()));
  }

  @Test
  void chooseFromTheCodesOfTheirQuestions() {
    SUBMISSIONS.forEach(
        (path, rows) -> {
          for (NamedCsvRecord row : rows) {
            Set<String> codes = CODES.get(row.getField("question_id"));
            if (codes != null && !row.getField("value").isEmpty()) {
              assertThat(codes)
                  .as(path + " " + row.getField("question_id"))
                  .contains(row.getField("value").split("\\|"));
            }
          }
        });
  }

  @Test
  void passTheChecksAcrossQuestions() {
    SUBMISSIONS.forEach(
        (path, rows) -> {
          String referenceDate = referenceDate(rows.get(0).getField("round_id"));
          byPlace(rows).values().forEach(answers -> check(path, answers, referenceDate));
        });
  }

  private static void check(String path, Map<String, String> answers, String referenceDate) {
    assertThat(answers.containsKey("A2_02"))
        .as(path)
        .isEqualTo("LIVE".equals(answers.get("A2_01")));
    assertThat(answers.containsKey("A2_03"))
        .as(path)
        .isEqualTo("PLANNED".equals(answers.get("A2_01")));
    for (String question : List.of("A2_02", "A9_02", "A9_05", "B3_04")) {
      assertThat(answers.getOrDefault(question, "")).as(path).isLessThanOrEqualTo(referenceDate);
    }
    if (answers.containsKey("A9_02")) {
      assertThat(answers.get("A9_05")).as(path).isLessThanOrEqualTo(answers.get("A9_02"));
    }
    accounts(path, answers, "A9_01", "A9_03", "A9_02");
    accounts(path, answers, "B3_01", "B3_02", "B3_04");
    long both = number(answers, "B3_08");
    assertThat(both).as(path).isLessThanOrEqualTo(number(answers, "B3_02"));
    assertThat(both).as(path).isLessThanOrEqualTo(number(answers, "B3_03"));
    assertThat(number(answers, "B1_02")).as(path).isLessThanOrEqualTo(number(answers, "B1_01"));
    assertThat(number(answers, "B5_02")).as(path).isLessThanOrEqualTo(number(answers, "B5_01"));
    for (String issues : List.of("A14_01", "B13_01")) {
      assertThat(answers.getOrDefault(issues, "").split("\\|")).as(path).hasSizeLessThan(4);
    }
  }

  private static void accounts(
      String path, Map<String, String> answers, String status, String accounts, String start) {
    if (answers.containsKey(accounts)) {
      assertThat(answers.get(status)).as(path).isEqualTo("SIGNED");
      assertThat(number(answers, accounts) == 0 || answers.containsKey(start)).as(path).isTrue();
    }
  }

  private static long number(Map<String, String> answers, String question) {
    return Long.parseLong(answers.getOrDefault(question, "0"));
  }

  /** The reported values by place, then by question. */
  private static Map<String, Map<String, String>> byPlace(List<NamedCsvRecord> rows) {
    Map<String, Map<String, String>> places = new LinkedHashMap<>();
    for (NamedCsvRecord row : rows) {
      if (row.getField("value_state").equals("REPORTED")) {
        places
            .computeIfAbsent(place(row), ignored -> new LinkedHashMap<>())
            .put(row.getField("question_id"), row.getField("value"));
      }
    }
    return places;
  }

  private static String place(NamedCsvRecord row) {
    return row.getField("product_line_id")
        + "/"
        + row.getField("segment")
        + "/"
        + row.getField("counterparty_id")
        + "/";
  }

  private static Set<String> questionsOf(String questionnaireId) {
    Set<String> questions = new TreeSet<>();
    for (List<NamedCsvRecord> rows : SUBMISSIONS.values()) {
      if (rows.get(0).getField("questionnaire_id").equals(questionnaireId)) {
        rows.forEach(row -> questions.add(row.getField("question_id")));
      }
    }
    return questions;
  }

  private static String referenceDate(String roundId) {
    return roundId.substring(1) + (roundId.endsWith("-09") ? "-30" : "-31");
  }

  private static Map.Entry<String, Set<String>> codes(String questionId, String codes) {
    return Map.entry(questionId, Set.of(codes.split(" ")));
  }

  private static Charset charsetOf(String path, SampleStory story) {
    if (story.of(PlantedKind.ENCODING_CP932).stream().anyMatch(each -> each.file().equals(path))) {
      return Charset.forName("windows-31j");
    }
    boolean utf16 =
        story.of(PlantedKind.ENCODING_UTF16).stream().anyMatch(each -> each.file().equals(path));
    return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }
}
