package jp.renkei.webapi.policy;

import static jp.renkei.warehouse.jooq.gold.tables.Commitment.COMMITMENT;
import static jp.renkei.warehouse.jooq.gold.tables.PolicyEvent.POLICY_EVENT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.warehouse.jooq.gold.tables.records.PolicyEventRecord;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;
import org.jooq.DSLContext;

/** 経緯: {@code /policy}. */
public final class PolicyPages {
  private final Templates templates;

  public PolicyPages(Templates templates) {
    this.templates = templates;
  }

  /** The time line and what was promised. */
  public record Content(List<Event> events, List<Commitment> commitments) {}

  /**
   * What happened, with every date that a source states.
   *
   * @param first the earliest date stated, which orders the time line
   * @param source of the event, empty where it is who states a date
   * @param hasDifferentDates whether two sources contradict each other
   */
  public record Event(
      String title,
      String actor,
      LocalDate first,
      List<StatedDate> dates,
      String source,
      boolean hasDifferentDates) {}

  /**
   * A date of an event and who states it.
   *
   * @param grade empty where the words of the source tell it already
   */
  public record StatedDate(String date, String statedBy, String grade) {}

  /** What a body has committed to. */
  public record Commitment(
      String subject,
      String action,
      Optional<String> deadline,
      String followUp,
      String basisDocument,
      String grade) {}

  public Answer policy(PageRequest request) {
    var content =
        request
            .reader()
            .read(
                queries ->
                    new Content(
                        events(queries, request.frame()), commitments(queries, request.frame())));
    return Answer.html(templates.render("policy", request.frame(), content));
  }

  private static List<Event> events(DSLContext queries, Frame frame) {
    var byId = new LinkedHashMap<String, List<PolicyEventRecord>>();
    queries
        .selectFrom(POLICY_EVENT)
        .orderBy(
            POLICY_EVENT.EVENT_ON,
            POLICY_EVENT.EVENT_ID,
            POLICY_EVENT.STATED_BY,
            POLICY_EVENT.TITLE_JA)
        .forEach(row -> byId.computeIfAbsent(row.getEventId(), id -> new ArrayList<>()).add(row));
    return byId.values().stream()
        .map(rows -> event(rows, frame))
        .sorted(Comparator.comparing(Event::first))
        .toList();
  }

  private static Event event(List<PolicyEventRecord> rows, Frame frame) {
    var first = rows.get(0);
    var dates = rows.stream().map(row -> statedDate(row, frame)).distinct().toList();
    String source = text(first.getSource());
    return new Event(
        frame.isJapanese() || first.getTitleEn() == null ? first.getTitleJa() : first.getTitleEn(),
        text(first.getActorJa()),
        first.getEventOn(),
        dates,
        dates.stream().anyMatch(date -> date.statedBy().equals(source)) ? "" : source,
        rows.stream().anyMatch(one -> rows.stream().anyMatch(other -> isAfter(one, other))));
  }

  private static StatedDate statedDate(PolicyEventRecord row, Frame frame) {
    String statedBy = text(row.getStatedBy());
    String grade = grade(frame, row.getGrade());
    return new StatedDate(date(row, frame), statedBy, statedBy.contains(grade) ? "" : grade);
  }

  /** Whether one date lies after the other, whatever days their precision leaves open. */
  private static boolean isAfter(PolicyEventRecord one, PolicyEventRecord other) {
    LocalDate day = other.getEventOn();
    LocalDate end =
        switch (text(other.getPrecision())) {
          case "YEAR" -> day.plusYears(1);
          case "MONTH" -> day.plusMonths(1);
          default -> day.plusDays(1);
        };
    return !one.getEventOn().isBefore(end);
  }

  /** Only as precise as the source: a month is not the month's first day. */
  private static String date(PolicyEventRecord row, Frame frame) {
    LocalDate day = row.getEventOn();
    String text =
        switch (text(row.getPrecision())) {
          case "YEAR" -> frame.isJapanese() ? day.getYear() + "年" : String.valueOf(day.getYear());
          case "MONTH" ->
              frame.isJapanese() ? PeriodText.month(day) : day.toString().substring(0, 7);
          default -> frame.isJapanese() ? PeriodText.date(day) : day.toString();
        };
    if (!Boolean.TRUE.equals(row.getIsApproximate())) {
      return text;
    }
    String about = frame.text("policy.approximate");
    return frame.isJapanese() ? text + about : about + " " + text;
  }

  private static List<Commitment> commitments(DSLContext queries, Frame frame) {
    return queries
        .selectFrom(COMMITMENT)
        .orderBy(COMMITMENT.DEADLINE, COMMITMENT.COMMITMENT_ID)
        .fetch(
            row ->
                new Commitment(
                    text(row.getSubjectJa()),
                    frame.isJapanese() || row.getActionEn() == null
                        ? text(row.getActionJa())
                        : row.getActionEn(),
                    Optional.ofNullable(row.getDeadline()).map(one -> deadline(one, frame)),
                    text(row.getFollowUpBodyJa()),
                    text(row.getBasisDocumentJa()),
                    grade(frame, row.getGrade())));
  }

  private static String deadline(String stated, Frame frame) {
    return frame.isJapanese() ? stated.replaceFirst("^FY(\\d{4})$", "$1年度") : stated;
  }

  private static String grade(Frame frame, String code) {
    return code == null ? "" : frame.word("policy.grade", code);
  }

  private static String text(String value) {
    return Objects.requireNonNullElse(value, "");
  }
}
