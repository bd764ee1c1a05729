package jp.renkei.jobs.silver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.jobs.landing.SubmissionKind;

/** Files that are read against each other without being received; none has an earlier edition. */
record LookedAtFiles(List<TextFile> files) implements RegisterSource {
  LookedAtFiles {
    files = List.copyOf(files);
  }

  @Override
  public List<ReceivedFiles.File> of(SubmissionKind kind) {
    return files.stream().map(TextFile::file).filter(file -> file.kind() == kind).toList();
  }

  @Override
  public List<ReceivedFiles.File> current(SubmissionKind kind) {
    return of(kind);
  }

  @Override
  public boolean isInLanding(ReceivedFiles.File file) {
    return true;
  }

  @Override
  public boolean isTaken(String place) {
    return files.stream().anyMatch(text -> text.file().path().equals(place));
  }

  @Override
  public List<String> places(ReceivedFiles.File file) {
    return List.of(file.path());
  }

  @Override
  public List<ReceivedFiles.File> earlier(SubmissionKind kind, String place) {
    return List.of();
  }

  @Override
  public List<ReceivedFiles.Refusal> refusals(ReceivedFiles.File file) {
    return files.stream()
        .filter(text -> text.file().equals(file))
        .flatMap(text -> text.refusals().stream())
        .toList();
  }

  @Override
  public Map<String, List<ReceivedCsv.Line>> lines(List<ReceivedFiles.File> asked) {
    var lines = new HashMap<String, List<ReceivedCsv.Line>>();
    files.stream()
        .filter(text -> asked.contains(text.file()))
        .forEach(text -> lines.put(text.file().submissionId(), text.lines()));
    return lines;
  }
}
