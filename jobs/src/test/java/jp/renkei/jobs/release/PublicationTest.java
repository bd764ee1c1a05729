package jp.renkei.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import jp.renkei.jobs.CodeVersion;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.Lease;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.release.Publication.Terms;
import jp.renkei.warehouse.definition.YamlNode;
import jp.renkei.warehouse.release.Edition;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseDecision.Kind;
import jp.renkei.warehouse.release.ReleaseManifest;
import jp.renkei.warehouse.release.ReleaseState;
import jp.renkei.warehouse.release.RevisionReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release is published by a decision that stands in landing. */
class PublicationTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-01T01:02:03Z"), ZoneOffset.UTC);
  @TempDir Path folder;
  private WarehouseFolder warehouse;
  private Publication publication;

  @BeforeEach
  void makeTwoDrafts() throws IOException {
    warehouse = new WarehouseFolder(folder.resolve("warehouse"));
    publication = with(release -> {});
    draft(1, Optional.empty(), CodeVersion.definitions());
    draft(2, Optional.of(1), CodeVersion.definitions());
  }

  private void draft(int id, Optional<Integer> comparedWith, String definitions)
      throws IOException {
    Path release =
        Files.createDirectories(warehouse.releases().folder().resolve(Integer.toString(id)));
    GivenFindings.in(release);
    warehouse
        .releases()
        .describe(
            release,
            new ReleaseManifest(
                id,
                LocalDate.of(2026, 3, 31),
                "content" + id,
                new TreeMap<>(Map.of("public/gold.kpi_value", "h")),
                definitions,
                comparedWith,
                new TreeMap<>(Map.of("gold.kpi_value", 1L)),
                CLOCK.instant(),
                "code",
                "unknown"));
  }

  private Publication with(Consumer<Release> verification) {
    return new Publication(warehouse, folder.resolve("landing"), CLOCK, verification);
  }

  private void twoPersons() throws IOException {
    Files.writeString(folder.resolve("warehouse.release-rules.yaml"), "two_person_rule: true\n");
  }

  private static Terms terms(
      String label, Optional<Instant> embargo, Optional<RevisionReason> reason) {
    return new Terms(
        label,
        Optional.of("第2回検討会（12月）"),
        Optional.of(Edition.FINAL),
        embargo,
        reason,
        Optional.empty());
  }

  private Release release(int id) {
    return warehouse.releases().find(id).orElseThrow();
  }

  private List<ReleaseState> states() {
    return List.of(release(1).life().state(), release(2).life().state());
  }

  @Test
  void keepsTheDecisionInLanding() throws IOException {
    Path decision = publication.publish(1, Terms.of("第1回検討会"), "事務局");
    assertThat(folder.relativize(decision))
        .hasToString("landing/decisions/20260501T010203Z-publish-1.yaml");
    var node = YamlNode.parse("decision", Files.readString(decision));
    assertThat(node.text("decision")).isEqualTo("PUBLISH");
    assertThat(node.integer("release")).isEqualTo(1);
    assertThat(node.text("content_hash")).isEqualTo("content1");
    assertThat(node.text("label")).isEqualTo("第1回検討会");
    assertThat(node.text("by")).isEqualTo("事務局");
    try (var files = Files.list(decision.getParent())) {
      assertThat(files).containsExactly(decision);
    }
  }

  @Test
  void supersedesTheOneBefore() {
    publication.publish(1, Terms.of("第1回検討会"), "事務局");
    assertThat(states()).containsExactly(ReleaseState.PUBLISHED, ReleaseState.DRAFT);
    publication.publish(2, Terms.of("第2回検討会"), "事務局");
    assertThat(states()).containsExactly(ReleaseState.SUPERSEDED, ReleaseState.PUBLISHED);
    assertThat(release(2).life().label()).hasValue("第2回検討会");
    assertThat(release(1).life().label()).hasValue("第1回検討会");
  }

  @Test
  void refusesOneThatIsPublishedAlready() {
    publication.publish(1, Terms.of("第1回検討会"), "事務局");
    assertThatThrownBy(() -> publication.publish(1, Terms.of("再び"), "事務局"))
        .isInstanceOf(DataProblemException.class)
        .hasMessageEndingWith(
            "Cannot publish release 1: it is PUBLISHED. Only a DRAFT or REVIEWED release can be"
                + " published; 'renkei run' makes one when there is anything new.");
  }

  @Test
  void keepsWhatItWasPublishedWith() throws IOException {
    publication.publish(1, Terms.of("第1回検討会"), "佐藤");
    var until = CLOCK.instant().plusSeconds(3_600);
    Path decision =
        publication.publish(
            2, terms("第2回検討会", Optional.of(until), Optional.of(RevisionReason.CORRECTION)), "鈴木");
    var life = release(2).life();
    assertThat(life.meeting()).hasValue("第2回検討会（12月）");
    assertThat(life.edition()).hasValue(Edition.FINAL);
    assertThat(life.revision()).hasValue(RevisionReason.CORRECTION);
    assertThat(life.embargoUntil()).hasValue(until);
    var node = YamlNode.parse("decision", Files.readString(decision));
    assertThat(node.text("revision")).isEqualTo("CORRECTION");
    assertThat(node.text("embargo_until")).isEqualTo(until.toString());
    assertThat(node.flag("two_person_rule")).isFalse();
    var superseded = release(1).life().last(Kind.SUPERSEDE).orElseThrow();
    assertThat(superseded.other()).hasValue(2);
    assertThat(superseded.by()).isEqualTo("鈴木");
  }

  @Test
  void isARegularUpdateUnlessItSaysOtherwise() {
    publication.publish(1, Terms.of("第1回検討会"), "佐藤");
    assertThat(release(1).life().revision()).isEmpty();
    publication.publish(2, Terms.of("第2回検討会"), "佐藤");
    assertThat(release(2).life().revision()).hasValue(RevisionReason.REGULAR);
  }

  @Test
  void refusesAReasonWhereNothingIsReplacedAndAnEmbargoThatIsOver() {
    assertThatThrownBy(
            () ->
                publication.publish(
                    1, terms("第1回", Optional.empty(), Optional.of(RevisionReason.REGULAR)), "佐藤"))
        .hasMessageContaining("置き換える公表中の版がありません")
        .hasMessageContaining("there is no published release that it takes the place of");
    assertThatThrownBy(
            () ->
                publication.publish(
                    1, terms("第1回", Optional.of(CLOCK.instant()), Optional.empty()), "佐藤"))
        .hasMessageContaining("解禁日時 2026-05-01 10:02（日本時間）は過ぎています")
        .hasMessageContaining("is over already");
    assertThat(states()).containsExactly(ReleaseState.DRAFT, ReleaseState.DRAFT);
    assertThat(folder.resolve("landing/decisions")).doesNotExist();
  }

  @Test
  void publishesNothingThatIsNotConfirmed() {
    var strict =
        with(
            release -> {
              throw new DataProblemException("release " + release.id() + " differs");
            });
    assertThatThrownBy(() -> strict.publish(1, Terms.of("第1回検討会"), "佐藤"))
        .hasMessage("release 1 differs");
    assertThat(states()).containsExactly(ReleaseState.DRAFT, ReleaseState.DRAFT);
    assertThat(folder.resolve("landing/decisions")).doesNotExist();
  }

  @Test
  void twoPersonsPublishWhereTheRulesSaySo() throws IOException {
    twoPersons();
    assertThatThrownBy(() -> publication.publish(1, Terms.of("第1回検討会"), "佐藤"))
        .isInstanceOf(DataProblemException.class)
        .hasMessageContaining("二人確認の設定")
        .hasMessageContaining("Have another person run 'renkei release review 1'");
    publication.review(1, "佐藤", Optional.of("前回と照合した"));
    assertThat(release(1).life().state()).isEqualTo(ReleaseState.REVIEWED);
    assertThatThrownBy(() -> publication.publish(1, Terms.of("第1回検討会"), "佐藤"))
        .hasMessageContaining("佐藤, who publishes, is the one who reviewed it");
    assertThatThrownBy(() -> publication.review(1, "佐藤", Optional.empty()))
        .hasMessageContaining("佐藤 has reviewed it already");
    publication.publish(1, Terms.of("第1回検討会"), "鈴木");
    assertThat(release(1).life().state()).isEqualTo(ReleaseState.PUBLISHED);
    assertThat(release(1).life().reviewers()).containsExactly("佐藤");
    assertThatThrownBy(() -> publication.review(1, "田中", Optional.empty()))
        .hasMessageContaining("it is PUBLISHED");
  }

  @Test
  void keepsTwoReviewsOfOneSecondApart() throws IOException {
    Path first = publication.review(1, "佐藤", Optional.empty());
    Path second = publication.review(1, "鈴木", Optional.empty());
    assertThat(second.getFileName()).hasToString("20260501T010203Z-review-1-2.yaml");
    assertThat(Files.readString(first)).contains("佐藤");
    assertThat(Files.readString(second)).contains("鈴木");
  }

  @Test
  void bringsTheOneBeforeBackWhenOneIsWithdrawn() throws IOException {
    assertThatThrownBy(() -> publication.withdraw(1, "誤り", "佐藤"))
        .hasMessageContaining("まだ公表していません")
        .hasMessageContaining("was never published");
    publication.publish(1, Terms.of("第1回検討会"), "佐藤");
    publication.publish(2, Terms.of("第2回検討会"), "佐藤");
    Path decision = publication.withdraw(2, "集計範囲の誤り", "鈴木");
    assertThat(states()).containsExactly(ReleaseState.PUBLISHED, ReleaseState.WITHDRAWN);
    assertThat(YamlNode.parse("decision", Files.readString(decision)).text("reason"))
        .isEqualTo("集計範囲の誤り");
    assertThat(release(1).life().last(Kind.RESTORE).orElseThrow().other()).hasValue(2);
    assertThat(release(1).life().label()).hasValue("第1回検討会");
    assertThatThrownBy(() -> publication.withdraw(2, "再び", "鈴木"))
        .hasMessageContaining("it is WITHDRAWN already");
    publication.withdraw(1, "これも誤り", "鈴木");
    assertThat(warehouse.releases().newestPublished()).isEmpty();
  }

  /** What it suppresses was decided against another release than the readers have. */
  @Test
  void refusesWhatWasMadeAgainstAnotherRelease() throws IOException {
    draft(3, Optional.empty(), CodeVersion.definitions());
    assertThatThrownBy(() -> publication.publish(2, Terms.of("第2回検討会"), "佐藤"))
        .isInstanceOf(DataProblemException.class)
        .hasMessageContaining("公表版 2 は公表できません。公表版 1 と比べて作りましたが、今は公表中の版がありません。")
        .hasMessageContaining("./renkei run で作り直してください")
        .hasMessageContaining("made against release 1, but published now is none");
    publication.publish(1, Terms.of("第1回検討会"), "佐藤");
    assertThatThrownBy(() -> publication.publish(3, Terms.of("第3回検討会"), "佐藤"))
        .hasMessageContaining("公表中の版がないときに作りましたが、今公表中なのは 1 です。")
        .hasMessageContaining("made against no published one, but published now is release 1");
    publication.publish(2, Terms.of("第2回検討会"), "佐藤");
    assertThat(states()).containsExactly(ReleaseState.SUPERSEDED, ReleaseState.PUBLISHED);
    assertThat(release(3).life().state()).isEqualTo(ReleaseState.DRAFT);
  }

  @Test
  void refusesWhatOtherDefinitionsMade() throws IOException {
    draft(3, Optional.empty(), "0123456789abcdef");
    assertThatThrownBy(() -> publication.publish(3, Terms.of("第1回検討会"), "佐藤"))
        .isInstanceOf(DataProblemException.class)
        .hasMessageContaining("定義や基準（秘匿の基準を含む）が変わりました。./renkei run で作り直してください")
        .hasMessageContaining("Cannot publish release 3: definitions or rules");
    assertThat(release(3).life().state()).isEqualTo(ReleaseState.DRAFT);
  }

  @Test
  void refusesWhileARunIsWriting() {
    try (var held = Lease.take(warehouse)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> publication.publish(1, Terms.of("第1回検討会"), "事務局"))
          .hasMessageContaining("Cannot write warehouse ");
    }
    assertThat(states()).containsExactly(ReleaseState.DRAFT, ReleaseState.DRAFT);
  }
}
