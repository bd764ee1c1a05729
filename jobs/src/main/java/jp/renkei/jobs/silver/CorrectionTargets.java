package jp.renkei.jobs.silver;

import java.util.List;
import java.util.Optional;

/** The files that corrections speak of, as they came. */
interface CorrectionTargets {
  /** What lies at a place of landing now, else what lay there last. */
  Optional<ReceivedFiles.File> at(String path);

  Optional<ReceivedFiles.File> ofHash(String sha256);

  /** The rows of a file, without any correction. */
  List<ReceivedCsv.Line> asReceived(ReceivedFiles.File file);
}
