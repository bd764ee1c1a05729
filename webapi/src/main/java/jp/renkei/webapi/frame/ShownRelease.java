package jp.renkei.webapi.frame;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.renkei.warehouse.release.ReleaseState;

/**
 * What a page says about the release it is made from.
 *
 * @param label what the release was for, such as 第2回検討会
 * @param asOf 時点: date by which figures count as preliminary or final and milestones as due
 * @param updatedOn 更新日: day on which the release was made, in Japan
 * @param isFictitious whether the figures come from the sample world
 * @param lacking what later releases have and this one has not: names of tables and columns
 */
public record ShownRelease(
    int id,
    Optional<String> label,
    ReleaseState state,
    LocalDate asOf,
    LocalDate updatedOn,
    boolean isFictitious,
    List<String> lacking) {
  public ShownRelease {
    lacking = List.copyOf(lacking);
  }

  /** Not decided on by anybody yet, so marked 案. */
  public boolean isDraft() {
    return state == ReleaseState.DRAFT || state == ReleaseState.REVIEWED;
  }
}
