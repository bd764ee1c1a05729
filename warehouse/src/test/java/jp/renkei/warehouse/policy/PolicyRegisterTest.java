package jp.renkei.warehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import jp.renkei.warehouse.definition.Definitions;
import org.junit.jupiter.api.Test;

class PolicyRegisterTest {
  private final PolicyRegister register = PolicyRegister.load();

  private PolicyEvent event(String id) {
    return register.events().stream().filter(e -> e.eventId().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void keepsBothDatesOfTheGuidelineOf2019WithWhoStatedEach() {
    assertThat(event("CASHLESS_DATA_GUIDELINE_2019").dates())
        .extracting(StatedDate::stated, StatedDate::precision, StatedDate::source)
        .containsExactly(
            tuple("2019-04", StatedDate.Precision.MONTH, "一次資料（文書名は未登録）"),
            tuple("2019-10-30", StatedDate.Precision.DAY, "ガイドラインの改訂履歴（第2版）"));
  }

  @Test
  void ordersEventsByTheirDates() {
    assertThat(register.events()).hasSize(8);
    assertThat(register.events().stream().map(event -> event.date().from()).toList()).isSorted();
  }

  @Test
  void spansTheTalksOf2017OverMonths() {
    StatedDate talks = event("TALKS_2017").date();
    assertThat(talks.stated()).isEqualTo("2017-03/2017-06");
    assertThat(talks.from()).isEqualTo("2017-03-01");
    assertThat(talks.to()).isEqualTo("2017-06-30");
  }

  @Test
  void marksLaterMeetingsAsApproximate() {
    assertThat(register.meetings())
        .extracting(Meeting::number, meeting -> meeting.date().approximate())
        .containsExactly(tuple(1, false), tuple(2, true), tuple(3, true));
    assertThat(register.meetings().get(0).date().from()).isEqualTo("2025-12-17");
  }

  @Test
  void endsCommitmentsWithTheFiscalYearAndSetsNoneForTheFollowUp() {
    assertThat(register.commitments())
        .extracting(
            Commitment::commitmentId,
            commitment -> commitment.deadline().map(StatedDate::to).orElse(LocalDate.MAX))
        .containsExactly(
            tuple("METI_INSTITUTIONAL_MEASURES", LocalDate.of(2026, 3, 31)),
            tuple("METI_DIRECTION_AND_ROADMAP", LocalDate.of(2026, 3, 31)),
            tuple("FSA_FORUM", LocalDate.of(2026, 3, 31)),
            tuple("CABINET_SECRETARIAT_FOLLOW_UP", LocalDate.MAX));
  }

  @Test
  void givesEveryPopulationItsSizeAndGrade() {
    assertThat(register.frames())
        .extracting(frame -> frame.size().toPlainString(), PopulationFrame::grade)
        .containsExactly(
            tuple("241", Grade.S),
            tuple("272", Grade.P),
            tuple("26", Grade.P),
            tuple("320570000", Grade.S),
            tuple("8", Grade.P));
    assertThat(register.indicators())
        .extracting(indicator -> indicator.value().toPlainString())
        .containsExactly("0.428", "0.517");
  }

  @Test
  void listsTheCatalogueOfMessageItemsUnderTheirApiTypes() {
    assertThat(register.messageItems()).hasSize(18).allMatch(item -> item.grade() == Grade.J);
    assertThat(register.messageItems().stream().map(MessageItem::code))
        .startsWith("used_on", "merchant", "amount", "payment_type", "installments")
        .endsWith("card_id", "card_brand");
    assertThat(register.apiTypes().stream().map(PolicyCode::code))
        .containsExactly(
            "STATEMENT_DETAIL",
            "BILLING_AMOUNT",
            "CREDIT_AVAILABLE",
            "POINT_BALANCE",
            "MEMBER_PROFILE",
            "CARD_LIST",
            "EVENT_NOTICE",
            "UPDATE_OP");
  }

  @Test
  void recommendsAValueForEachOfTheFourHeadings() {
    GuidelinePart standards = register.guidelineParts().get(1);
    assertThat(standards.elements())
        .extracting(element -> element.recommended().en())
        .containsExactly("REST over HTTPS", "JSON", "OAuth 2.0", "Semantic versioning");
    assertThat(register.guidelineParts()).hasSize(7);
  }

  @Test
  void refusesUnknownKeysTwiceUsedIdsAndMissingFiles() {
    var unknown = Definitions.read("definitions/policy", ".yaml");
    unknown.compute("api-types.yaml", (file, text) -> text.replaceFirst("grade: J", "grad: J"));
    assertThatThrownBy(() -> PolicyRegister.of(unknown))
        .hasMessageStartingWith(
            "api-types.yaml: api_types[0]: unknown key 'grad', did you mean 'grade'?");

    var twice = Definitions.read("definitions/policy", ".yaml");
    twice.compute("api-types.yaml", (file, text) -> text.replace("CARD_LIST", "UPDATE_OP"));
    assertThatThrownBy(() -> PolicyRegister.of(twice))
        .hasMessage("api-types.yaml: id 'UPDATE_OP' stands there twice.");

    var missing = Definitions.read("definitions/policy", ".yaml");
    missing.keySet().removeAll(List.of("meetings.yaml"));
    assertThatThrownBy(() -> PolicyRegister.of(missing))
        .hasMessage("Cannot load the policy register: meetings.yaml is missing.");
  }
}
