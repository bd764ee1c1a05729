package jp.renkei.reports.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseState;

/**
 * Which release something was taken from, so that a picture on a slide can be traced.
 *
 * @param asOf 時点
 * @param updatedOn 更新日: day on which the release was made, in Japan
 * @param marks what a reader must not overlook: 事務局限り for what names companies without consent,
 *     協会限り for what is an association's, 案 for figures before publication, 架空データ
 */
public record Stamp(String asOf, String updatedOn, int releaseId, List<String> marks) {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  public Stamp {
    marks = List.copyOf(marks);
  }

  public static Stamp of(Release release, Audience audience, boolean isFictitious) {
    var marks = new ArrayList<String>();
    if (audience == Audience.SECRETARIAT) {
      marks.add("事務局限り");
    } else if (audience != Audience.PUBLIC) {
      marks.add("協会限り");
    }
    if (isDraft(release)) {
      marks.add("案");
    }
    if (isFictitious) {
      marks.add("架空データ");
    }
    return new Stamp(
        PeriodText.date(release.manifest().asOf()),
        PeriodText.date(release.manifest().createdAt().atZone(TOKYO).toLocalDate()),
        release.id(),
        marks);
  }

  public static boolean isDraft(Release release) {
    var state = release.life().state();
    return state == ReleaseState.DRAFT || state == ReleaseState.REVIEWED;
  }

  /** For example {@code 時点：2026年5月20日　更新日：2026年11月23日　公表版 第1版　【架空データ】}. */
  public String line() {
    var line = new StringBuilder("時点：").append(asOf).append("　更新日：").append(updatedOn);
    line.append("　公表版 第").append(releaseId).append("版");
    marks.forEach(mark -> line.append("　【").append(mark).append("】"));
    return line.toString();
  }
}
