package jp.renkei.jobs.silver;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.renkei.jobs.silver.ReceivedFiles.File;
import jp.renkei.surveys.Problem;

/** What became of the files of one kind in which an issuer states figures, a unit in each. */
interface StatedFiles {
  /** What is wrong with a file, beside what bronze says of it. */
  List<Problem> problems(File file);

  /** Whether its figures may count. */
  boolean isRight(File file);

  /** Whether it could be read, right or not. */
  boolean isReadable(File file);

  /** Whether another file counts in its stead. */
  boolean isReplaced(File file);

  /** When the issuer made it; empty where it does not say. */
  Optional<OffsetDateTime> statedAt(File file);

  /** Whose it is, by its place. */
  Optional<String> issuerOf(File file);
}
