package jp.renkei.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the default world against the contract of the landing folder. */
class SampleFilesTest {
  private static final String SURVEY_HEADER =
      "questionnaire_id,questionnaire_version,round_id,respondent_id,submitted_at,product_line_id,"
          + "segment,counterparty_id,question_id,value,value_state,free_text";
  private static final String ROADMAP_HEADER =
      "milestone_id,measure_id,measure_ja,issuer_id,title_ja,owner,baseline_start,baseline_end,"
          + "forecast_end,actual_end,status,kpi_id,reason,stated_by,stated_on";
  private static final Map<String, String> HEADERS =
      Map.of(
          "register/issuers.csv",
          "issuer_id,corporate_number,name_ja,name_en,registration_no,association_member,"
              + "publication_consent,cards_issued,valid_from,valid_to",
          "register/agents.csv",
          "agent_id,corporate_number,name_ja,name_en,agent_registration_no,association_member,"
              + "publication_consent,valid_from,valid_to",
          "register/product_lines.csv",
          "product_line_id,issuer_id,name_ja,segment,processor_id,valid_from,valid_to",
          "register/population_frames.csv",
          "frame_id,as_of,basis,issuer_id,cards_issued",
          "register/client_aliases.csv",
          "issuer_id,client_id_raw,agent_id,valid_from,valid_to",
          "register/agent_networks.csv",
          "agent_id,cidr,valid_from,valid_to",
          "register/successions.csv",
          "old_id,new_id,kind,effective_on",
          "targets/targets-2025.csv",
          "kpi_id,kind,date,value,basis_document");

  @TempDir private static Path folder;
  private static LandingReader landing;
  private static SampleStory story;

  @BeforeAll
  static void writeTheDefaultWorld() {
    landing = new LandingReader(folder);
    story = SampleWorld.write(folder, SampleOptions.defaults());
  }

  @Test
  void everyCsvHasItsHeader() {
    HEADERS.forEach((path, header) -> assertThat(headerOf(path)).as(path).isEqualTo(header));
    Set<String> odd =
        Set.copyOf(storyFiles(PlantedKind.MISSING_COLUMN, PlantedKind.ENCODING_UTF16));
    for (String path : landing.files().keySet()) {
      if (path.startsWith("roadmap/")) {
        assertThat(headerOf(path)).as(path).isEqualTo(ROADMAP_HEADER);
      } else if (path.startsWith("comments/")) {
        assertThat(headerOf(path))
            .as(path)
            .isEqualTo(
                "respondent_id,release_id,kpi_id,period,entity_level,counterparty_id,slice,slice_value,basis,definition_version,comment,stated_on");
      } else if (path.startsWith("surveys/") && path.endsWith(".csv") && !odd.contains(path)) {
        assertThat(headerOf(path)).as(path).isEqualTo(SURVEY_HEADER);
      }
    }
  }

  @Test
  void everyKindOfFaultIsPlantedInAFileThatExists() {
    Set<String> files = landing.files().keySet();
    for (PlantedKind kind : PlantedKind.values()) {
      assertThat(story.count(kind)).as(kind.name()).isPositive();
    }
    assertThat(story.planted())
        .allMatch(
            each -> files.stream().anyMatch(path -> path.startsWith(each.file())), "has its file");
  }

  @Test
  void encodedFilesReadTheSameInTheirEncodings() {
    String cp932 = storyFiles(PlantedKind.ENCODING_CP932).get(0);
    String utf16 = storyFiles(PlantedKind.ENCODING_UTF16).get(0);
    assertThat(landing.text(cp932, Charset.forName("windows-31j"))).contains("架空 担当");
    assertThat(landing.text(cp932, StandardCharsets.UTF_8)).doesNotContain("架空 担当");
    assertThat(landing.text(utf16, StandardCharsets.UTF_16))
        .startsWith(SURVEY_HEADER)
        .contains("架空 担当");
  }

  @Test
  void logsHoldTheAskedForLinesAndThePlantedOnes() {
    long lines = landing.logPaths().stream().mapToLong(path -> landing.lines(path).size()).sum();
    assertThat(lines).isEqualTo(SampleOptions.defaults().logLines() + story.extraLogLines());
    assertThat(landing.files().keySet().stream().filter(path -> path.endsWith("api/feed.yaml")))
        .hasSize(14);
    assertThat(landing.files().keySet().stream().filter(path -> path.endsWith("web/feed.yaml")))
        .hasSize(10);
  }

  @Test
  void plantedLogLinesStandWhereTheStorySays() {
    for (SampleStory.Planted each : story.planted()) {
      if (!each.kind().isExtraLogLine()) {
        continue;
      }
      List<String> lines = landing.lines(each.file());
      int place = Integer.parseInt(each.subject().replace("line ", "")) - 1;
      String line = lines.get(place);
      switch (each.kind()) {
        case LOG_DUPLICATE_LINE -> assertThat(lines.subList(0, place)).contains(line);
        case LOG_CARD_NUMBER -> assertThat(line).containsPattern("4111.1111.1111.1111");
        case LOG_MISSING_FIELD -> assertThat(line).doesNotContain("event_time").endsWith("}");
        case LOG_WRONG_TYPE -> assertThat(line).contains("\"status\":\"ok\"");
        case LOG_BAD_TIME -> assertThat(line).contains("2026-13-45");
        default -> assertThat(line).doesNotEndWith("}").doesNotEndWith("\"");
      }
    }
  }

  @Test
  void noOtherTextLooksLikeACardNumber() {
    List<String> found = new ArrayList<>();
    for (String path : landing.logPaths()) {
      for (String line : landing.lines(path)) {
        if (line.matches(".*\\d(?:[ -]?\\d){12,}.*") && !line.contains("4111")) {
          found.add(line);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void framesHoldEverySizeBandAndOneBlankEach() {
    List<String> cards =
        landing.csv("register/population_frames.csv").stream()
            .filter(row -> row.getField("frame_id").equals("FRAME1"))
            .map(row -> row.getField("cards_issued"))
            .toList();
    assertThat(cards.stream().filter(String::isEmpty)).hasSize(1);
    List<Long> known = cards.stream().filter(each -> !each.isEmpty()).map(Long::valueOf).toList();
    assertThat(known).anyMatch(each -> each < 100_000);
    assertThat(known).anyMatch(each -> each >= 100_000 && each < 1_000_000);
    assertThat(known).anyMatch(each -> each >= 1_000_000 && each < 10_000_000);
    assertThat(known).anyMatch(each -> each >= 10_000_000);
  }

  private static String headerOf(String path) {
    String text = landing.text(path, StandardCharsets.UTF_8);
    String first = text.substring(0, text.indexOf('\n'));
    return first.startsWith("\uFEFF") ? first.substring(1) : first;
  }

  private static List<String> storyFiles(PlantedKind... kinds) {
    List<String> files = new ArrayList<>();
    for (PlantedKind kind : kinds) {
      story.of(kind).forEach(each -> files.add(each.file()));
    }
    return files;
  }
}
