package jp.renkei.webapi.comments;

import java.util.List;
import java.util.Map;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiFigures;
import jp.renkei.warehouse.release.Release;
import jp.renkei.webapi.serving.ReleaseShelf;

/**
 * What a respondent reads of itself in a release: its own file, and where there is none what the
 * public's file has of it. The secretariat's file is never read for it.
 *
 * @param names by which it is called in its file; none without a file
 * @param lacking key of what to say where there is no file of it, empty where there is
 */
record OwnFigures(List<KpiFigure> figures, CompanyNames names, String lacking) {
  private static final CompanyNames NO_NAMES = new CompanyNames(Map.of());

  /**
   * Reads them.
   *
   * @param shelf that the release stands on, with the public's files
   */
  static OwnFigures read(
      ReleaseShelf shelf, Release release, String respondentId, boolean isJapanese) {
    var file = release.openRespondent(respondentId);
    if (file.isEmpty()) {
      return new OwnFigures(
          shelf.reader(release).read(queries -> KpiFigures.ofRespondent(queries, respondentId)),
          NO_NAMES,
          release.hasRespondentFiles() ? "figures.lacking.respondent" : "figures.lacking.release");
    }
    try (var reader = file.get()) {
      return new OwnFigures(
          reader.read(queries -> KpiFigures.ofRespondent(queries, respondentId)),
          reader.read(queries -> CompanyNames.read(queries, isJapanese)),
          "");
    }
  }
}
