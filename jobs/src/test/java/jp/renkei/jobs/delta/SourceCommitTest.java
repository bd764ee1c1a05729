package jp.renkei.jobs.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCommitTest {
  @TempDir Path warehouse;

  private Path table() {
    return warehouse.resolve("bronze/sample");
  }

  @Test
  void makesTheTableWithItsHistoryKept() throws IOException {
    SourceCommit.createIfMissing(table(), SampleTable.DEFINITION);
    SourceCommit.createIfMissing(table(), SampleTable.DEFINITION);
    assertThat(DeltaSnapshot.latestVersion(table())).contains(0L);
    assertThat(DeltaSnapshot.latest(table()).orElseThrow().files()).isEmpty();
    assertThat(Files.readString(table().resolve("_delta_log/00000000000000000000.json")))
        .contains("\"delta.logRetentionDuration\":\"interval 36500 days\"")
        .contains("\"delta.deletedFileRetentionDuration\":\"interval 36500 days\"");
  }

  @Test
  void knowsNoTableInAnEmptyFolder() {
    assertThat(DeltaSnapshot.latestVersion(table())).isEmpty();
    assertThat(CommittedSources.of(table()).nextVersion()).isEqualTo(1);
  }

  @Test
  void takesTheSameSourceOnce() throws IOException {
    var source = SampleTable.source('a', "");
    var first = SampleTable.file(table(), source, 1, 2);
    assertThat(SourceCommit.to(table(), SampleTable.DEFINITION).add(source, first).commit())
        .containsExactly(source);
    // A second attempt, as after a kill: the file was written anew, under another name.
    var second = SampleTable.file(table(), source, 1, 2);
    assertThat(SourceCommit.to(table(), SampleTable.DEFINITION).add(source, second).commit())
        .isEmpty();
    assertThat(DeltaSnapshot.latest(table()).orElseThrow().files()).containsExactly(first.path());
    assertThat(DeltaSnapshot.latestVersion(table())).contains(1L);
  }

  @Test
  void replacesASourceTakenUnderAnotherContextInOneCommit() throws IOException {
    var kept = SampleTable.source('b', "01");
    var before = SampleTable.source('a', "01");
    var after = SampleTable.source('a', "02");
    var keptFile = SampleTable.file(table(), kept, 7);
    SourceCommit.to(table(), SampleTable.DEFINITION)
        .add(kept, keptFile)
        .add(before, SampleTable.file(table(), before, 1))
        .commit();
    var afterFile = SampleTable.file(table(), after, 1, 2, 3);
    SourceCommit.to(table(), SampleTable.DEFINITION).add(after, afterFile).commit();
    assertThat(DeltaSnapshot.latest(table()).orElseThrow().files())
        .containsExactlyInAnyOrder(keptFile.path(), afterFile.path());
    assertThat(DeltaSnapshot.at(table(), 1).files()).hasSize(2).contains(keptFile.path());
    var committed = CommittedSources.of(table());
    assertThat(committed.holds(after)).isTrue();
    assertThat(committed.holds(before)).isFalse();
    assertThat(committed.holds(kept)).isTrue();
  }

  @Test
  void goesBackToAnEarlierContext() throws IOException {
    var one = SampleTable.source('a', "01");
    var two = SampleTable.source('a', "02");
    WrittenFile last = null;
    for (var source : new SourceId[] {one, two, one}) {
      last = SampleTable.file(table(), source, 1);
      SourceCommit.to(table(), SampleTable.DEFINITION).add(source, last).commit();
    }
    assertThat(CommittedSources.of(table()).holds(one)).isTrue();
    assertThat(DeltaSnapshot.latest(table()).orElseThrow().files()).containsExactly(last.path());
  }

  @Test
  void remembersSourcesWithoutRows() {
    var source = SampleTable.source('c', "");
    SourceCommit.to(table(), SampleTable.DEFINITION).add(source).commit();
    assertThat(CommittedSources.of(table()).holds(source)).isTrue();
    assertThat(DeltaSnapshot.latest(table()).orElseThrow().files()).isEmpty();
  }

  @Test
  void keepsEverySourceBeyondACheckpoint() throws IOException {
    for (int index = 0; index < 23; index++) {
      var source =
          new SourceId("bronze.sample", "%064x".formatted(index), Integer.toHexString(index % 16));
      SourceCommit.to(table(), SampleTable.DEFINITION)
          .add(source, SampleTable.file(table(), source, index))
          .commit();
    }
    assertThat(table().resolve("_delta_log/_last_checkpoint")).exists();
    var committed = CommittedSources.of(table());
    assertThat(
            IntStream.range(0, 23)
                .filter(
                    index -> committed.taken("bronze.sample", "%064x".formatted(index)).isPresent())
                .count())
        .isEqualTo(23);
    assertThat(DeltaSnapshot.latest(table()).orElseThrow().files()).hasSize(23);
    var again = new SourceId("bronze.sample", "%064x".formatted(3), "ff");
    SourceCommit.to(table(), SampleTable.DEFINITION)
        .add(again, SampleTable.file(table(), again, 3))
        .commit();
    assertThat(DeltaSnapshot.latest(table()).orElseThrow().files()).hasSize(23);
  }

  @Test
  void letsTheWarehouseFolderBeMoved() throws IOException {
    var source = SampleTable.source('d', "");
    SourceCommit.to(table(), SampleTable.DEFINITION)
        .add(source, SampleTable.file(table(), source, 1))
        .commit();
    var moved = warehouse.resolve("moved 移動 50%25");
    Files.move(table(), moved);
    var files = DeltaSnapshot.latest(moved).orElseThrow().files();
    assertThat(files).singleElement().asString().startsWith(moved.toString());
    assertThat(Path.of(files.get(0))).exists();
    var next = SampleTable.source('e', "");
    SourceCommit.to(moved, SampleTable.DEFINITION)
        .add(next, SampleTable.file(moved, next, 2))
        .commit();
    assertThat(DeltaSnapshot.latest(moved).orElseThrow().files())
        .hasSize(2)
        .allSatisfy(file -> assertThat(Path.of(file)).exists());
    assertThat(Files.readString(moved.resolve("_delta_log/00000000000000000002.json")))
        .contains("\"path\":\"eeee");
  }

  @Test
  void losesNothingWhenTwoCommitAtOnce() throws Exception {
    SourceCommit.createIfMissing(table(), SampleTable.DEFINITION);
    var tasks = new ArrayList<Callable<Integer>>();
    for (char digit : "0123456789".toCharArray()) {
      // Two tasks per source: one of them must find it taken.
      for (int twice = 0; twice < 2; twice++) {
        var source = SampleTable.source(digit, "");
        var file = SampleTable.file(table(), source, digit);
        tasks.add(
            () ->
                SourceCommit.to(table(), SampleTable.DEFINITION).add(source, file).commit().size());
      }
    }
    var pool = Executors.newFixedThreadPool(2);
    int taken = 0;
    try {
      for (var future : pool.invokeAll(tasks)) {
        taken += future.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(taken).isEqualTo(10);
    assertThat(DeltaSnapshot.latest(table()).orElseThrow().files()).hasSize(10);
  }

  @Test
  void refusesAFileOfAnotherSource() throws IOException {
    var file = SampleTable.file(table(), SampleTable.source('a', ""), 1);
    var commit = SourceCommit.to(table(), SampleTable.DEFINITION);
    assertThatThrownBy(() -> commit.add(SampleTable.source('b', ""), file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("its name does not begin with its source bbbb");
  }
}
