package jp.renkei.jobs.gateway;

import java.io.IOException;

/** The file is not what it was when it was listed. */
final class ChangedWhileReadException extends IOException {
  private static final long serialVersionUID = 1L;
}
