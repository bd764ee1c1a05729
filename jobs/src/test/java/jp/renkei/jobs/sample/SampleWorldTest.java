package jp.renkei.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleWorldTest {
  private static final SampleOptions MIDDLE = new SampleOptions(7, 12, 6, 3, 3_000);
  private static final SampleOptions SMALLEST = new SampleOptions(7, 3, 2, 1, 100);

  @TempDir private Path folder;

  @Test
  void isTheSameByteForByteForTheSameOptions() {
    Map<String, byte[]> one = written("one", MIDDLE);
    Map<String, byte[]> other = written("other", MIDDLE);
    assertThat(other.keySet()).isEqualTo(one.keySet());
    one.forEach((path, bytes) -> assertThat(other.get(path)).as(path).isEqualTo(bytes));
  }

  @Test
  void tellsAnotherStoryForAnotherSeed() {
    Map<String, byte[]> one = written("one", MIDDLE);
    Map<String, byte[]> other = written("other", new SampleOptions(8, 12, 6, 3, 3_000));
    assertThat(other.get("register/issuers.csv")).isNotEqualTo(one.get("register/issuers.csv"));
  }

  @Test
  void holdsAsManyIssuersAgentsAndMonthsAsAskedFor() {
    LandingReader landing = landing("one", MIDDLE);
    // One issuer has two rows, before and after its change of name.
    assertThat(landing.csv("register/issuers.csv")).hasSize(12 + 1);
    assertThat(landing.csv("register/agents.csv")).hasSize(6);
    assertThat(landing.csv("register/population_frames.csv")).hasSize(12 + 11);
    assertThat(landing.logPaths().stream().filter(path -> path.contains("ISS001/api")))
        .containsExactly(
            "gateway/ISS001/api/2026-01.jsonl",
            "gateway/ISS001/api/2026-02.jsonl",
            "gateway/ISS001/api/2026-03.jsonl");
  }

  @Test
  void worksInTheSmallestSize() {
    LandingReader landing = new LandingReader(folder.resolve("small"));
    SampleStory story = SampleWorld.write(landing.root(), SMALLEST);
    long lines = landing.logPaths().stream().mapToLong(path -> landing.lines(path).size()).sum();
    assertThat(lines).isEqualTo(100 + story.extraLogLines());
    assertThat(story.count(PlantedKind.MERGER)).isZero();
    assertThat(landing.csv("register/successions.csv")).isEmpty();
    assertThat(landing.files()).containsKeys("rounds/R2026-03.yaml", "surveys/R2026-03_AGT002.csv");
  }

  @Test
  void worksInTheLargestRegisters() {
    LandingReader issuers = landing("issuers", new SampleOptions(7, 400, 2, 1, 100));
    assertThat(issuers.csv("register/issuers.csv")).hasSize(400 + 1);
    LandingReader agents = landing("agents", new SampleOptions(7, 3, 200, 1, 100));
    assertThat(agents.csv("register/agents.csv")).hasSize(200);
  }

  @Test
  void saysThatEverythingIsFictitious() {
    LandingReader landing = landing("one", MIDDLE);
    assertThat(landing.text("README.txt", StandardCharsets.UTF_8)).startsWith("架空データ");
    for (String register : List.of("register/issuers.csv", "register/agents.csv")) {
      assertThat(landing.csv(register))
          .allSatisfy(row -> assertThat(row.getField("name_ja")).contains("架空"));
    }
  }

  @Test
  void refusesAFolderThatHoldsSomething() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> SampleWorld.write(folder, SMALLEST))
        .hasMessageStartingWith("Cannot write a sample world: ")
        .hasMessageEndingWith(" is not empty, expected an empty or missing folder");
  }

  @Test
  void takesThePlaceOfAWorldThatWasInterrupted() throws IOException {
    Path left = Files.createDirectories(folder.resolve("world.part/surveys"));
    Files.writeString(left.resolve("half.csv"), "half");
    Files.writeString(folder.resolve("world.part/.unfinished"), "");
    var files = landing("world", SMALLEST).files();
    assertThat(files)
        .containsKey("README.txt")
        .doesNotContainKeys("surveys/half.csv", ".unfinished");
    assertThat(folder.resolve("world.part")).doesNotExist();
  }

  @Test
  void leavesAFolderAloneThatItDidNotMake() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("world.part")).resolve("mine.txt");
    Files.writeString(mine, "mine");
    assertThatThrownBy(() -> SampleWorld.write(folder.resolve("world"), SMALLEST))
        .hasMessageContaining("world.part is in the way");
    assertThat(mine).hasContent("mine");
    assertThat(folder.resolve("world")).doesNotExist();
  }

  @Test
  void fillsAnEmptyFolderInItsPlace() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("world"));
    Files.createDirectories(empty.resolve(".part"));
    assertThat(landing("world", SMALLEST).files().keySet())
        .isEqualTo(written("other", SMALLEST).keySet());
    assertThat(empty.resolve(".part")).doesNotExist();
  }

  private LandingReader landing(String name, SampleOptions options) {
    LandingReader landing = new LandingReader(folder.resolve(name));
    SampleWorld.write(landing.root(), options);
    return landing;
  }

  private Map<String, byte[]> written(String name, SampleOptions options) {
    return landing(name, options).files();
  }
}
