package jp.renkei.jobs.foreign;

import static jp.renkei.jobs.foreign.Registers.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.renkei.warehouse.rules.BrandIdentityRules;
import org.junit.jupiter.api.Test;

/** Which brands are the same under another id, and which are only listed. */
class BrandMatchingTest {
  private static final String BEFORE = "2024-01-31";
  private static final String NOW = "2024-02-29";

  private static List<String> links(Snapshot earlier, Snapshot later) {
    return BrandMatching.between(BrandIdentityRules.builtIn(), earlier, later).links().stream()
        .map(
            link ->
                "%s>%s %s%s"
                    .formatted(
                        link.earlier().map(Brand::id).orElse("-"),
                        link.later().map(Brand::id).orElse("-"),
                        link.match(),
                        link.candidates().isEmpty() ? "" : " " + link.candidates()))
        .toList();
  }

  private static Snapshot before(String... brands) {
    return snapshot(BEFORE, "old", brands);
  }

  private static Snapshot sameScheme(String... brands) {
    return snapshot(NOW, "old", brands);
  }

  private static Snapshot reKeyed(String... brands) {
    return snapshot(NOW, "new", brands);
  }

  @Test
  void leavesBrandsThatKeepTheirIdAlone() {
    assertThat(links(before("1 Ash E1", "2 Elm E1"), sameScheme("1 Oak E2", "2 Elm E1"))).isEmpty();
  }

  @Test
  void believesTheRegisterWhereItNamesTheOldId() {
    assertThat(links(before("1 Ash -", "2 Elm E1"), sameScheme("9 Oak E7 1", "2 Elm E1")))
        .containsExactly("1>9 STATED_ID");
  }

  @Test
  void joinsTheSameNameOfTheSameEntityWhateverItsCase() {
    assertThat(links(before("1 Ash E1", "2 Elm E1"), sameScheme("9 ＡSH E1", "2 Elm E1")))
        .containsExactly("1>9 ENTITY_AND_NAME");
  }

  @Test
  void takesANameOfAnotherEntityForAHintOnly() {
    assertThat(links(before("1 Ash E1", "2 Elm E1"), sameScheme("9 Ash E2", "2 Elm E1")))
        .containsExactly("1>- AMBIGUOUS [9]", "->9 AMBIGUOUS [1]");
  }

  @Test
  void guessesNothingWhereTwoBrandsFit() {
    assertThat(
            links(before("1 Ash E1", "2 Elm E1"), sameScheme("8 Ash E1", "9 Ash E1", "2 Elm E1")))
        .containsExactly("1>- AMBIGUOUS [8, 9]", "->8 AMBIGUOUS [1]", "->9 AMBIGUOUS [1]");
  }

  @Test
  void countsABrandWithoutASuccessorAsGoneAndOneWithoutAPastAsNew() {
    assertThat(links(before("1 Ash E1", "2 Elm E1"), sameScheme("3 Fir E1", "2 Elm E1")))
        .containsExactly("1>- GONE", "->3 NEW");
  }

  @Test
  void followsNamesThroughAReKeyingWhereTheEntitiesWentTheSameWay() {
    assertThat(
            links(
                before("1 Ash E1", "2 Elm E1", "3 Fir E2"),
                reKeyed("x Ash F1", "y Elm F1", "z Fir F2")))
        .containsExactly(
            "1>x NAME_AND_ENTITY_GROUP", "2>y NAME_AND_ENTITY_GROUP", "3>z NAME_AND_ENTITY_GROUP");
  }

  @Test
  void takesTheSameIdInAnotherSchemeForAnotherId() {
    assertThat(links(before("1 Ash E1", "2 Elm E1"), reKeyed("1 Elm F1", "2 Ash F1")))
        .containsExactly("1>2 NAME_AND_ENTITY_GROUP", "2>1 NAME_AND_ENTITY_GROUP");
  }

  @Test
  void doesNotFollowANameToAnotherEntitysGroup() {
    assertThat(
            links(
                before("1 Ash E1", "2 Elm E1", "3 Fir E1", "4 Oak E2", "5 Yew E2"),
                reKeyed("v Ash F1", "w Elm F1", "x Fir F2", "y Oak F2", "z Yew F2")))
        .contains("3>- AMBIGUOUS [x]", "->x AMBIGUOUS [3]")
        .contains("1>v NAME_AND_ENTITY_GROUP", "5>z NAME_AND_ENTITY_GROUP");
  }

  @Test
  void doesNotDecideBetweenTwoHalvesOfAnEntity() {
    assertThat(links(before("1 Ash E1", "2 Elm E1"), reKeyed("x Ash F1", "y Elm F2")))
        .containsExactlyInAnyOrder(
            "1>- AMBIGUOUS [x]", "2>- AMBIGUOUS [y]", "->x AMBIGUOUS [1]", "->y AMBIGUOUS [2]");
  }

  @Test
  void followsANameAloneWhereNoEntityCouldContradict() {
    assertThat(links(before("1 Ash E1", "2 Elm -"), reKeyed("x Ash F1", "y Elm -")))
        .containsExactly("1>x NAME_AND_ENTITY_GROUP", "2>y NAME");
  }

  @Test
  void tellsAReKeyingByTheIdsThatAreLeft() {
    var rules = BrandIdentityRules.builtIn();
    assertThat(
            BrandMatching.between(rules, before("1 Ash E1"), sameScheme("9 Ash E1")).isRekeying())
        .isTrue();
    assertThat(
            BrandMatching.between(
                    rules, before("1 Ash E1", "2 Elm E1"), sameScheme("1 Ash E1", "9 Elm E1"))
                .isRekeying())
        .isFalse();
  }
}
