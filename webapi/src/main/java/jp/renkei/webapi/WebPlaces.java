package jp.renkei.webapi;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a server finds what it does not hold itself.
 *
 * @param landing the folder of submissions, the only one that it writes to
 * @param users the file of those who may sign in; without it nobody can
 * @param desk the command that starts the survey desk, empty where there is none
 * @param decisions the command that takes decisions about releases, empty where there is none; what
 *     is decided and about which release stands behind it
 */
public record WebPlaces(Path landing, Path users, List<String> desk, List<String> decisions) {
  public WebPlaces {
    desk = List.copyOf(desk);
    decisions = List.copyOf(decisions);
  }

  /** A server that decides nothing about releases. */
  public WebPlaces(Path landing, Path users, List<String> desk) {
    this(landing, users, desk, List.of());
  }
}
