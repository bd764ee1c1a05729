package jp.renkei.reports.explain;

import static jp.renkei.reports.explain.ExplainWords.text;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The files behind a figure: name, hash, who handed them in and when. */
final class SubmissionEvidence {
  private SubmissionEvidence() {}

  /**
   * Some files; of survey files the units of some respondents.
   *
   * @param respondentIds none where the files have no respondents, or all of them are meant
   */
  static EvidenceTable of(
      DSLContext queries,
      ExplainWords words,
      List<String> submissionIds,
      List<String> respondentIds) {
    var condition = DSL.field("submission_id", String.class).in(submissionIds);
    if (!respondentIds.isEmpty()) {
      condition =
          condition.and(
              DSL.field("kind", String.class)
                  .ne("SURVEY")
                  .or(DSL.field("respondent_id", String.class).in(respondentIds)));
    }
    return read(queries, words, condition);
  }

  /** What some respondents handed in for a round. */
  static EvidenceTable ofRound(
      DSLContext queries, ExplainWords words, String roundId, List<String> respondentIds) {
    return read(
        queries,
        words,
        DSL.field("kind", String.class)
            .eq("SURVEY")
            .and(DSL.field("round_id", String.class).eq(roundId))
            .and(DSL.field("respondent_id", String.class).in(respondentIds)));
  }

  private static EvidenceTable read(DSLContext queries, ExplainWords words, Condition condition) {
    var rows = new ArrayList<List<String>>();
    for (var row :
        queries
            .select()
            .from(DSL.table("silver.submission"))
            .where(condition)
            .orderBy(DSL.field("path"), DSL.field("unit"))
            .fetch()) {
      rows.add(
          List.of(
              text(row, "submission_id"),
              text(row, "path"),
              text(row, "sha256"),
              words.company(text(row, "respondent_id")),
              text(row, "submitted_at"),
              text(row, "received_at"),
              text(row, "received_by"),
              state(words, text(row, "state")),
              text(row, "correction_reason")));
    }
    return new EvidenceTable(
        "submissions",
        words.of("提出物", "Submissions"),
        List.of(
            words.of("提出物ID", "Submission"),
            words.of("ファイル", "File"),
            "SHA-256",
            words.of("提出者", "Sent by"),
            words.of("提出日時", "Sent at"),
            words.of("受領日時", "Received at"),
            words.of("受付者", "Received by"),
            words.of("状態", "State"),
            words.of("訂正理由", "Reason")),
        List.of(),
        rows);
  }

  private static String state(ExplainWords words, String state) {
    return switch (state) {
      case "ACCEPTED" -> words.of("受理", "Accepted");
      case "SUPERSEDED" -> words.of("後の提出で差替え", "Superseded");
      case "REFUSED" -> words.of("差戻し", "Refused");
      case "UNREADABLE" -> words.of("読取り不可", "Unreadable");
      default -> state;
    };
  }
}
