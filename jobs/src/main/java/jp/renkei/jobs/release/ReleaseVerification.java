package jp.renkei.jobs.release;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.renkei.jobs.CodeVersion;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.check.Difference;
import jp.renkei.jobs.check.Verification;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.table.TableName;

/**
 * Confirms a release: its files are what was released, and the second engine computes every figure
 * alike from the Delta versions that it pins.
 */
public final class ReleaseVerification {
  private final WarehouseFolder warehouse;

  public ReleaseVerification(WarehouseFolder warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * Confirms a release of any age.
   *
   * @throws DataProblemException when a file is not what was released, or the release was made with
   *     other definitions or by code that counts otherwise
   * @throws FiguresDifferException when the two engines differ
   */
  public void confirm(Release release) {
    requireUnchanged(release, "確認できません", "Cannot confirm release " + release.id());
    if (!release.manifest().definitionsHash().equals(CodeVersion.definitions())) {
      throw madeOtherwise(release);
    }
    requireSameFigures(
        release,
        "公表版 %1$d を確認できません。Spark と DuckDB の値が一致しません。%nCannot confirm release %1$d"
            .formatted(release.id()));
  }

  /**
   * Confirms a release that is about to be published.
   *
   * @throws DataProblemException as {@link #confirm}
   * @throws FiguresDifferException as {@link #confirm}
   */
  public void confirmForPublication(Release release) {
    requireUnchanged(release, "公表できません", "Cannot publish release " + release.id());
    requireSameFigures(
        release,
        "公表版 %1$d は公表できません。Spark と DuckDB の値が一致しません。%nCannot publish release %1$d"
            .formatted(release.id()));
  }

  private void requireSameFigures(Release release, String action) {
    var differences = differences(release);
    if (differences.isEmpty()) {
      return;
    }
    boolean isMadeByThis =
        release.manifest().codeVersion().equals(CodeVersion.code())
            && release.manifest().definitionsHash().equals(CodeVersion.definitions());
    if (!isMadeByThis) {
      throw madeOtherwise(release);
    }
    throw new FiguresDifferException(action, differences);
  }

  private List<Difference> differences(Release release) {
    var versions = new TreeMap<TableName, Long>();
    release
        .manifest()
        .tableVersions()
        .forEach((table, version) -> versions.put(TableName.of(table), version));
    Optional<Release> published =
        release.manifest().comparedWith().flatMap(warehouse.releases()::find);
    return Verification.of(
        warehouse, versions, release.manifest().asOf(), published, Collections.emptySortedMap());
  }

  private static void requireUnchanged(Release release, String japanese, String english) {
    var changes = ReleaseContent.changes(release);
    if (!changes.isEmpty()) {
      String list =
          changes.stream()
              .map(change -> "  " + change)
              .collect(Collectors.joining(System.lineSeparator()));
      throw new DataProblemException(
          "公表版 %d は%s。次のファイルは公表版として作られたときの内容ではありません。%n%s%nフォルダー %s をバックアップから戻してください。"
              .formatted(release.id(), japanese, list, release.folder()),
          "%s: its files are not what was released (named above). Put the folder %s back from the backup."
              .formatted(english, release.folder()));
    }
  }

  /** Other definitions, or other code that counts otherwise, cannot confirm a release. */
  private static DataProblemException madeOtherwise(Release release) {
    var manifest = release.manifest();
    return new DataProblemException(
        "公表版 %d を再計算できません。定義 %s、コード %s（コミット %s）で作られたもので、今のもの（%s、%s）とは異なります。ファイルは公表版のままです。値はそのコミットで確認してください。公表前の版なら ./renkei run が作り直します。"
            .formatted(
                release.id(),
                manifest.definitionsHash(),
                manifest.codeVersion(),
                manifest.commit(),
                CodeVersion.definitions(),
                CodeVersion.code()),
        "Cannot recompute release %d: it was made with definitions %s and code %s (commit %s), these are %s and %s. Its files are what was released; verify its figures with that commit. If it is not published yet, 'renkei run' makes it anew."
            .formatted(
                release.id(),
                manifest.definitionsHash(),
                manifest.codeVersion(),
                manifest.commit(),
                CodeVersion.definitions(),
                CodeVersion.code()));
  }
}
