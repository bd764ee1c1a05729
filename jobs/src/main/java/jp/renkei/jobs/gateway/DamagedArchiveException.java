package jp.renkei.jobs.gateway;

import java.io.IOException;

/** A compressed file breaks off, or holds what is no compressed data. */
final class DamagedArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedArchiveException(IOException cause) {
    super("damaged archive", cause);
  }
}
