package jp.renkei.reports.explain;

import static jp.renkei.reports.explain.ExplainWords.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The survey answers behind counted rows: whose, to what, and where they stand.
 *
 * @param corrected how many of them are not what was sent, but what they were corrected to
 */
record AnswerEvidence(
    EvidenceTable table, List<String> submissionIds, List<String> respondentIds, long corrected) {

  static AnswerEvidence read(
      DSLContext queries, ExplainWords words, String partSql, SortedSet<String> questions) {
    var answers = queries.fetch(sql(partSql, questions));
    var rows = new ArrayList<List<String>>();
    for (var answer : answers) {
      rows.add(row(words, answer));
    }
    return new AnswerEvidence(
        new EvidenceTable(
            "answers",
            words.of("根拠となった回答", "Answers behind it"),
            List.of(
                words.of("役割", "Role"),
                words.of("回答者", "Respondent"),
                words.of("相手先", "Counterparty"),
                words.of("商品ライン", "Product line"),
                words.of("個人・法人", "Segment"),
                words.of("設問", "Question"),
                words.of("設問文", "Text"),
                words.of("回答", "Answer"),
                words.of("値の状態", "Value state"),
                words.of("ファイル", "File"),
                words.of("位置", "Place"),
                words.of("訂正", "Correction"),
                words.of("提出物ID", "Submission")),
            List.of(),
            rows),
        distinct(answers, "submission_id"),
        distinct(answers, "respondent_id"),
        answers.stream().filter(AnswerEvidence::isCorrected).count());
  }

  private static List<String> distinct(List<Record> rows, String column) {
    return rows.stream().map(row -> text(row, column)).distinct().sorted().toList();
  }

  private static List<String> row(ExplainWords words, Record answer) {
    return List.of(
        words.role(answer),
        words.company(text(answer, "respondent_id")),
        words.company(text(answer, "counterparty_id")),
        text(answer, "product_line_id"),
        words.code("segment", text(answer, "segment")),
        text(answer, "question_id"),
        text(answer, "label_ja"),
        text(answer, "value"),
        words.code("value_state", text(answer, "value_state")),
        text(answer, "path"),
        words.place(answer),
        correction(words, answer),
        text(answer, "submission_id"));
  }

  /** What stood there as it came, why it was corrected, by whom and when. */
  private static String correction(ExplainWords words, Record answer) {
    if (text(answer, "corrected_by").isEmpty()) {
      return "";
    }
    String old = text(answer, "old_value");
    return words.of("訂正前「", "was '")
        + (old.isEmpty() ? words.of("空欄", "empty") : old)
        + words.of("」：", "': ")
        + text(answer, "correction_reason")
        + words.of("（", " (")
        + text(answer, "corrected_by")
        + words.of("、", ", ")
        + text(answer, "corrected_on")
        + (isUndone(answer) ? words.of("、元の値に戻した", ", set back to what came") : "")
        + words.of("）", ")");
  }

  private static boolean isUndone(Record answer) {
    return Boolean.TRUE.equals(answer.get("is_undone", Boolean.class));
  }

  /**
   * Whether it counts otherwise than it came; a correction that was undone leaves it as it came.
   */
  private static boolean isCorrected(Record answer) {
    return !text(answer, "corrected_by").isEmpty() && !isUndone(answer);
  }

  /** An answer stands behind a row of its respondent, and of its counterparty where it has one. */
  private static String sql(String partSql, SortedSet<String> questions) {
    String side =
        """
        select p.role, a.*
        from   part p join answer a
               on  a.round_id = p.round_id and a.respondent_id = p.%1$s
               and (a.counterparty_id is null or p.%2$s is null or a.counterparty_id = p.%2$s)
               and (a.segment is null or p.segment is null or a.segment = p.segment)
        """;
    return """
        with part as (select * from (%1$s) where role < 3),
        answer as (select * from silver.answer where question_id in (%2$s)),
        behind as (%3$s union all %4$s),
        -- Of several corrections of a cell the last one is what counts, the first one tells what came.
        correction as (
          select target_id, sheet, cell, target_line, target_column,
                 first(old_value order by stated_on, submission_id, line) as old_value,
                 last(new_value order by stated_on, submission_id, line) is not distinct from
                   first(old_value order by stated_on, submission_id, line) as is_undone,
                 last(reason order by stated_on, submission_id, line) as reason,
                 last(stated_by order by stated_on, submission_id, line) as stated_by,
                 max(stated_on) as stated_on
          from   silver.correction where state in ('COUNTS', 'OVERTAKEN')
          group  by target_id, sheet, cell, target_line, target_column),
        told as (select min(role) as role, * exclude (role) from behind group by all)
        select t.*, q.label_ja, s.path, c.old_value, c.is_undone, c.reason as correction_reason, c.stated_by as corrected_by,
               c.stated_on as corrected_on
        from   told t
               left join gold.question q using (questionnaire_id, questionnaire_version, question_id)
               left join (select submission_id, min(path) as path from silver.submission group by submission_id) s
                 using (submission_id)
               left join correction c
                 on  c.target_id = t.submission_id
                 and (c.cell = t.cell and c.sheet = t.sheet or c.target_line = t.line and c.target_column = 'value')
        order  by t.role, t.respondent_id, t.counterparty_id, t.product_line_id, t.segment, t.question_id"""
        .formatted(
            partSql,
            CountedParts.list(List.copyOf(questions)),
            side.formatted("issuer_id", "agent_id"),
            side.formatted("agent_id", "issuer_id"));
  }
}
