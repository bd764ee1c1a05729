package jp.renkei.jobs.sample;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Writes a whole fictitious landing folder; read this first, every kind of file is one line. */
public final class SampleWorld {
  private SampleWorld() {}

  /**
   * Writes the world that the options describe; equal options give byte-identical files. It stands
   * in the folder when it is complete, and not before: see {@link UnfinishedFolder}.
   *
   * @param landing a folder that is missing or empty
   * @return what was planted; the same list stands in README.txt
   * @throws IllegalArgumentException if the folder holds anything, or its neighbour of the name
   *     {@code <folder>.part} is none that an interrupted writing left
   * @throws UncheckedIOException if a file cannot be written
   */
  public static SampleStory write(Path landing, SampleOptions options) {
    SampleTruth truth = new SampleTruth(options);
    UnfinishedFolder unfinished = UnfinishedFolder.begin(landing);
    LandingFolder folder = new LandingFolder(unfinished.part());
    SampleStory story = new SampleStory();
    new RegisterFiles(truth, folder, story).write();
    RoundFiles.write(truth, folder);
    new SurveyFiles(truth, folder, story).write();
    new GatewayFiles(truth, folder, story).write();
    RoadmapFiles.write(truth, folder);
    TargetFiles.write(folder);
    new MetricsFiles(truth, folder, story).write();
    new CommentFiles(truth, folder, story).write();
    ForeignRegisterFiles.write(folder, story);
    ReadmeFile.write(truth, folder, story);
    unfinished.finish();
    return story;
  }
}
