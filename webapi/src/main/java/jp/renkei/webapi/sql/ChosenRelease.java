package jp.renkei.webapi.sql;

import java.nio.file.Path;
import java.util.Optional;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseStore;

/** The release that a command reads: the one of a number, else the newest of any state. */
public final class ChosenRelease {
  private ChosenRelease() {}

  /**
   * Finds it.
   *
   * @throws SqlProblem when there is none
   */
  public static Release in(Path warehouse, Optional<Integer> wanted) {
    var store = new ReleaseStore(warehouse);
    if (wanted.isPresent()) {
      int number = wanted.get();
      return store
          .find(number)
          .orElseThrow(
              () ->
                  new SqlProblem(
                      "公表版 " + number + " はありません。./renkei release list で番号を確かめてください。",
                      "Cannot find release "
                          + number
                          + " in "
                          + warehouse
                          + ". List them with ./renkei release list."));
    }
    return store
        .newest()
        .orElseThrow(
            () ->
                new SqlProblem(
                    "公表版がまだありません。先に ./renkei run で作成してください。",
                    "There is no release in "
                        + warehouse
                        + " yet. Make one with: ./renkei run --landing DIR --warehouse "
                        + warehouse));
  }
}
