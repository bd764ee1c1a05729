package jp.renkei.webapi;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a server finds what it does not hold itself.
 *
 * @param landing the folder of submissions, the only one that it writes to
 * @param users the file of those who may sign in; without it nobody can
 * @param desk the command that starts the survey desk, empty where there is none
 */
public record WebPlaces(Path landing, Path users, List<String> desk) {
  public WebPlaces {
    desk = List.copyOf(desk);
  }
}
