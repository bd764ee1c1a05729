package jp.renkei.jobs.release;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import jp.renkei.jobs.CodeVersion;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseRules;
import jp.renkei.warehouse.release.ReleaseState;
import jp.renkei.warehouse.release.RevisionReason;

/** What may become of a release in its state; refuses all else, saying what to do instead. */
final class Transitions {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

  private Transitions() {}

  static void requireReviewable(Release release, String by) {
    var state = release.life().state();
    if (!isUnpublished(release)) {
      throw new DataProblemException(
          "公表版 %d は確認済みにできません。状態は %s です。確認するのは公表前の版だけです。".formatted(release.id(), named(state)),
          "Cannot review release %d: it is %s. Only what is not published yet is reviewed."
              .formatted(release.id(), state));
    }
    if (release.life().reviewers().contains(by)) {
      throw new DataProblemException(
          "公表版 %d は %s さんが確認済みです。次は ./renkei release publish %d で公表するか、別の人が確認してください。"
              .formatted(release.id(), by, release.id()),
          "Cannot review release %d: %s has reviewed it already. Publish it with 'renkei release publish %d', or have another person review it."
              .formatted(release.id(), by, release.id()));
    }
  }

  static void requirePublishable(Release release, String by, ReleaseRules rules) {
    var state = release.life().state();
    if (!isUnpublished(release)) {
      throw new DataProblemException(
          "公表版 %d は公表できません。状態は %s です。公表できるのは案と確認済みの版だけで、新しい内容があれば ./renkei run が作ります。"
              .formatted(release.id(), named(state)),
          "Cannot publish release %d: it is %s. Only a DRAFT or REVIEWED release can be published; 'renkei run' makes one when there is anything new."
              .formatted(release.id(), state));
    }
    if (!rules.twoPersons()) {
      return;
    }
    if (state == ReleaseState.DRAFT) {
      throw new DataProblemException(
          "公表版 %d は公表できません。二人確認の設定により、公表する人とは別の人の確認が先に要ります。別の人が ./renkei release review %d を実行してください。"
              .formatted(release.id(), release.id()),
          "Cannot publish release %d: by the two-person rule somebody else must review it first. Have another person run 'renkei release review %d'."
              .formatted(release.id(), release.id()));
    }
    if (release.life().reviewers().stream().allMatch(by::equals)) {
      throw new DataProblemException(
          "公表版 %d は公表できません。確認したのは公表しようとしている %s さん本人です。二人確認の設定により、別の人が公表するか、別の人が ./renkei release review %d を実行してください。"
              .formatted(release.id(), by, release.id()),
          "Cannot publish release %d: %s, who publishes, is the one who reviewed it. By the two-person rule have another person publish it, or run 'renkei release review %d'."
              .formatted(release.id(), by, release.id()));
    }
  }

  /**
   * What was decided when the release was made must still hold: which figures are suppressed or
   * REVISED, against the release that is published, and by which definitions.
   */
  static void requireUpToDate(Release release, Optional<Release> published) {
    var manifest = release.manifest();
    var now = published.map(Release::id);
    if (!isMadeAgainst(release, published)) {
      throw new DataProblemException(
          "公表版 %d は公表できません。%sが、%s。秘匿と改定（REVISED）を公表中の版に対して決め直すため、./renkei run で作り直してください。"
              .formatted(
                  release.id(),
                  manifest
                      .comparedWith()
                      .map("公表版 %d と比べて作りました"::formatted)
                      .orElse("公表中の版がないときに作りました"),
                  now.map("今公表中なのは %d です"::formatted).orElse("今は公表中の版がありません")),
          "Cannot publish release %d: it was made against %s, but published now is %s. Suppression and REVISED must be decided against that one; 'renkei run' makes the release anew."
              .formatted(
                  release.id(),
                  manifest.comparedWith().map("release %d"::formatted).orElse("no published one"),
                  now.map("release %d"::formatted).orElse("none")));
    }
    if (!isMadeByTodaysDefinitions(release)) {
      throw new DataProblemException(
          "公表版 %d は公表できません。この版を作ってから、定義や基準（秘匿の基準を含む）が変わりました。./renkei run で作り直してください。"
              .formatted(release.id()),
          "Cannot publish release %d: definitions or rules, such as those of disclosure, have changed since it was made. 'renkei run' makes it anew."
              .formatted(release.id()));
    }
  }

  /** A draft that publishing refuses by now, so that even the same content must be made anew. */
  static boolean isOutdated(Release release, Optional<Release> published) {
    return isUnpublished(release)
        && !(isMadeAgainst(release, published) && isMadeByTodaysDefinitions(release));
  }

  private static boolean isMadeAgainst(Release release, Optional<Release> published) {
    return release.manifest().comparedWith().equals(published.map(Release::id));
  }

  private static boolean isMadeByTodaysDefinitions(Release release) {
    return release.manifest().definitionsHash().equals(CodeVersion.definitions());
  }

  private static boolean isUnpublished(Release release) {
    var state = release.life().state();
    return state == ReleaseState.DRAFT || state == ReleaseState.REVIEWED;
  }

  static void requireFuture(Release release, Optional<Instant> embargoUntil, Instant now) {
    embargoUntil
        .filter(until -> !until.isAfter(now))
        .ifPresent(
            until -> {
              throw new DataProblemException(
                  "公表版 %d は公表できません。解禁日時 %s（日本時間）は過ぎています。これからの日時を指定するか、--embargo を外してください。"
                      .formatted(release.id(), MINUTE.format(until)),
                  "Cannot publish release %d: the embargo until %s (JST) is over already. Give a time to come, or leave out --embargo."
                      .formatted(release.id(), MINUTE.format(until)));
            });
  }

  static DataProblemException nothingToRevise(Release release, RevisionReason reason) {
    return new DataProblemException(
        "公表版 %d の理由「%s」は付けられません。置き換える公表中の版がありません。--reason を外してください。"
            .formatted(release.id(), reason.japanese()),
        "Cannot publish release %d with reason %s: there is no published release that it takes the place of. Leave out --reason."
            .formatted(release.id(), reason));
  }

  static void requireWithdrawable(Release release) {
    var state = release.life().state();
    if (state == ReleaseState.PUBLISHED || state == ReleaseState.SUPERSEDED) {
      return;
    }
    boolean isWithdrawn = state == ReleaseState.WITHDRAWN;
    throw new DataProblemException(
        "公表版 %d の公表は取りやめられません。%s"
            .formatted(release.id(), isWithdrawn ? "既に取りやめています。" : "まだ公表していません。公表しなければ外には出ません。"),
        "Cannot withdraw release %d: %s"
            .formatted(
                release.id(),
                isWithdrawn
                    ? "it is WITHDRAWN already."
                    : "it is " + state + " and was never published. Nobody outside sees it."));
  }

  private static String named(ReleaseState state) {
    return switch (state) {
      case DRAFT -> "案（DRAFT）";
      case REVIEWED -> "確認済み（REVIEWED）";
      case PUBLISHED -> "公表（PUBLISHED）";
      case SUPERSEDED -> "差替え済み（SUPERSEDED）";
      case WITHDRAWN -> "公表取りやめ（WITHDRAWN）";
    };
  }
}
