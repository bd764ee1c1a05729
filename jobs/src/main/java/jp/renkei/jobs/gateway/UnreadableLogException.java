package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** A log file cannot be opened or read: its permissions, its disk, or it is gone. */
final class UnreadableLogException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableLogException(IOException cause) {
    super("unreadable log", cause);
  }

  /** Whether the file was taken away since landing was listed. */
  boolean isGone() {
    return getCause() instanceof NoSuchFileException;
  }
}
