package jp.renkei.jobs.release;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.quality.Finding;
import jp.renkei.warehouse.quality.Waivers;
import jp.renkei.warehouse.release.Release;

/** Lets a release be published only when somebody answers for every error that was found. */
public final class QualityGate {
  private static final int MOST_TOLD = 20;

  private QualityGate() {}

  /** The errors of a release that no waiver in landing answers for. */
  public static List<Finding> open(Release release, Path landing) {
    var standing = new Waivers(landing).standing();
    return Finding.errorsOf(release).stream()
        .filter(finding -> Waivers.of(finding, standing).isEmpty())
        .toList();
  }

  /**
   * Passes a release whose every error is resolved or waived.
   *
   * @throws DataProblemException naming the errors that are neither, or a waiver that cannot be
   *     read
   */
  public static void requirePassed(Release release, Path landing) {
    List<Finding> open;
    try {
      open = open(release, landing);
    } catch (DefinitionException e) {
      throw new DataProblemException(
          "公表版 %d は公表できません。データ品質の指摘についての決定を読めません：%s".formatted(release.id(), e.getMessage()),
          "Cannot publish release %d: a decision about a finding cannot be read."
              .formatted(release.id()));
    }
    if (open.isEmpty()) {
      return;
    }
    String told =
        open.stream()
            .limit(MOST_TOLD)
            .map(
                one ->
                    "  %s %s：%s（%,d件）"
                        .formatted(one.findingId(), one.subject(), one.message(), one.rows()))
            .collect(Collectors.joining(System.lineSeparator()));
    String more =
        open.size() > MOST_TOLD
            ? System.lineSeparator() + "  ほか %,d 件".formatted(open.size() - MOST_TOLD)
            : "";
    throw new DataProblemException(
        "公表版 %d は公表できません。データ品質のエラーが %,d 件残っています。%n%s%s%n元のデータを直して run をやり直すか、理由を付けて了承してください：./renkei quality waive --finding ID --subject 対象 --reason 理由"
            .formatted(release.id(), open.size(), told, more),
        "Cannot publish release %d: %,d errors of data quality are neither resolved nor waived. Mend the data and run again, or waive them with a reason: ./renkei quality waive --help"
            .formatted(release.id(), open.size()));
  }
}
