package jp.renkei.jobs.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Writes a whole fictitious landing folder; read this first, every kind of file is one line. */
public final class SampleWorld {
  private SampleWorld() {}

  /**
   * Writes the world that the options describe; equal options give byte-identical files.
   *
   * @param landing a folder that is missing or empty
   * @return what was planted; the same list stands in README.txt
   * @throws IllegalArgumentException if the folder holds anything
   * @throws UncheckedIOException if a file cannot be written
   */
  public static SampleStory write(Path landing, SampleOptions options) {
    requireEmpty(landing);
    SampleTruth truth = new SampleTruth(options);
    LandingFolder folder = new LandingFolder(landing);
    SampleStory story = new SampleStory();
    new RegisterFiles(truth, folder, story).write();
    RoundFiles.write(truth, folder);
    new SurveyFiles(truth, folder, story).write();
    new GatewayFiles(truth, folder, story).write();
    RoadmapFiles.write(truth, folder);
    TargetFiles.write(folder);
    ReadmeFile.write(truth, folder, story);
    return story;
  }

  private static void requireEmpty(Path landing) {
    if (!Files.exists(landing)) {
      return;
    }
    try (Stream<Path> found = Files.list(landing)) {
      if (found.findAny().isPresent()) {
        throw new IllegalArgumentException(
            "Cannot write a sample world: %s is not empty, expected an empty or missing folder"
                .formatted(landing));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s: %s".formatted(landing, e.getMessage()), e);
    }
  }
}
