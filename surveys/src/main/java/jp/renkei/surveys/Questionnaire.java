package jp.renkei.surveys;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import jp.renkei.warehouse.definition.DefinitionException;

/** One version of one questionnaire: its questions in the order of the form, and its checks. */
public record Questionnaire(
    String id,
    int version,
    String titleJa,
    String titleEn,
    Side respondents,
    List<Section> sections,
    List<Question> questions,
    List<CheckRule> checks) {

  /** Who answers; the counterparties are the other side. */
  public enum Side {
    ISSUER,
    AGENT
  }

  /** A part of the form. */
  public record Section(String id, String titleJa) {}

  public Questionnaire {
    sections = List.copyOf(sections);
    questions = List.copyOf(questions);
    checks = List.copyOf(checks);
    var sectionIds = sections.stream().map(Section::id).toList();
    var ids = new HashSet<String>();
    for (Question question : questions) {
      if (!ids.add(question.id())) {
        throw refused(id, version, question.id() + " is defined twice");
      }
      if (!sectionIds.contains(question.section())) {
        throw refused(id, version, question.id() + " is in an unknown section");
      }
    }
    for (Question question : questions) {
      if (!question.formerly().isEmpty() && !ids.add(question.formerly())) {
        throw refused(id, version, question.formerly() + " is both asked and formerly asked");
      }
    }
    for (CheckRule check : checks) {
      Question asked = find(questions, check.question()).orElse(null);
      Question other = find(questions, check.other()).orElse(null);
      if (asked == null || (other == null && !check.other().isEmpty())) {
        throw refused(id, version, "check " + check + " names an unknown question");
      }
      if (check.kind() == CheckRule.Kind.LARGE_CHANGE && asked.type() != Question.Type.INTEGER) {
        throw refused(id, version, "check " + check + " compares what is no count");
      }
      if (other != null && other.askedBy() != asked.askedBy()) {
        throw refused(id, version, "check " + check + " mixes grains");
      }
      if (other != null && !other.codes().containsAll(check.codes())) {
        throw refused(id, version, "check " + check + " names an unknown code");
      }
    }
  }

  /**
   * The questionnaire as a round asks it: the same questions, whose texts name the fiscal year that
   * the round's reference date stands for. Without it they say in words which year is meant.
   */
  public Questionnaire askedOn(LocalDate referenceDate) {
    var year = AskedFiscalYear.on(referenceDate);
    return new Questionnaire(
        id,
        version,
        titleJa,
        titleEn,
        respondents,
        sections,
        questions.stream().map(question -> question.asked(year)).toList(),
        checks);
  }

  public Optional<Question> question(String questionId) {
    return find(questions, questionId);
  }

  /**
   * Whether words may go with the answer: its own free text, or the reason that a warning asks for.
   */
  public boolean takesWords(Question question) {
    return question.takesFreeText()
        || checks.stream()
            .filter(check -> check.question().equals(question.id()))
            .anyMatch(
                check ->
                    check.kind() == CheckRule.Kind.POSITIVE_WHEN
                        || check.kind() == CheckRule.Kind.LARGE_CHANGE);
  }

  /** For messages: {@code issuer_survey version 1}. */
  public String idAndVersion() {
    return id + " version " + version;
  }

  private static Optional<Question> find(List<Question> questions, String id) {
    return questions.stream().filter(question -> question.id().equals(id)).findFirst();
  }

  private static DefinitionException refused(String id, int version, String reason) {
    return new DefinitionException(
        "Cannot use questionnaire %s version %d: %s.".formatted(id, version, reason));
  }
}
