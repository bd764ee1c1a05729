package jp.renkei.jobs.gateway;

import java.io.Serializable;
import java.util.List;
import jp.renkei.jobs.delta.WrittenFile;

/**
 * What was made of one file or of one part of it; nothing of it counts before the driver commits
 * it.
 *
 * @param lines blank ones left out
 * @param end how the reading ended; unless {@code WHOLE} nothing was taken
 */
record TaskOutcome(
    GatewayFile file,
    long lines,
    long accepted,
    long rejected,
    long duplicates,
    End end,
    List<WrittenFile> accessFiles,
    List<WrittenFile> rejectedFiles)
    implements Serializable {

  /** How the reading of a file ended. */
  enum End {
    /** At the file's end. */
    WHOLE,
    /**
     * In a damaged archive: {@code rejectedFiles} says so in one row, and there is nothing else.
     */
    DAMAGED,
    /** The file was written since landing was listed; the next run meets it as new. */
    CHANGED,
    /** The file could not be opened or read. */
    UNREADABLE,
    /** The file was taken away since landing was listed. */
    GONE
  }

  /** The outcome for a file of which no line counts. */
  static TaskOutcome nothing(GatewayFile file, End end, List<WrittenFile> rejectedFiles) {
    return new TaskOutcome(file, 0, 0, 0, 0, end, List.of(), rejectedFiles);
  }

  /** The outcome for a file out of those of its parts: whole if all are. */
  static TaskOutcome merged(GatewayFile file, List<TaskOutcome> parts) {
    for (var part : parts) {
      if (part.end != End.WHOLE) {
        return nothing(file, part.end, part.rejectedFiles);
      }
    }
    return new TaskOutcome(
        file,
        parts.stream().mapToLong(TaskOutcome::lines).sum(),
        parts.stream().mapToLong(TaskOutcome::accepted).sum(),
        parts.stream().mapToLong(TaskOutcome::rejected).sum(),
        parts.stream().mapToLong(TaskOutcome::duplicates).sum(),
        End.WHOLE,
        parts.stream().flatMap(part -> part.accessFiles.stream()).toList(),
        parts.stream().flatMap(part -> part.rejectedFiles.stream()).toList());
  }
}
