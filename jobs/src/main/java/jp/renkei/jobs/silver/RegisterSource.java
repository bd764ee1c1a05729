package jp.renkei.jobs.silver;

import java.util.List;
import java.util.Map;
import jp.renkei.jobs.landing.SubmissionKind;

/**
 * Where registers, rounds, targets and roadmaps are read from: what was received, or files that are
 * only looked at.
 */
interface RegisterSource {
  /** All files of a kind that there ever were. */
  List<ReceivedFiles.File> of(SubmissionKind kind);

  /** The files of a kind that count now. */
  List<ReceivedFiles.File> current(SubmissionKind kind);

  boolean isInLanding(ReceivedFiles.File file);

  /** Whether something lies at a place of landing now, or in a folder there that is unreadable. */
  boolean isTaken(String place);

  /** Where in landing the same bytes lie as a file of this kind; else where they once lay. */
  List<String> places(ReceivedFiles.File file);

  /** What lay at a place before what lies there now, the newest first. */
  List<ReceivedFiles.File> earlier(SubmissionKind kind, String place);

  /** What already failed in reading a file. */
  List<ReceivedFiles.Refusal> refusals(ReceivedFiles.File file);

  /** The rows of files, by submission. */
  Map<String, List<ReceivedCsv.Line>> lines(List<ReceivedFiles.File> files);
}
