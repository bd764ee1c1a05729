package jp.renkei.jobs;

import static jp.renkei.jobs.LandedSteps.AGENT;
import static jp.renkei.jobs.LandedSteps.ANSWER;
import static jp.renkei.jobs.LandedSteps.CHOSEN_ISSUER;
import static jp.renkei.jobs.LandedSteps.ISSUER;
import static jp.renkei.jobs.LandedSteps.ROUND_QUESTIONNAIRE;
import static jp.renkei.jobs.LandedSteps.SURVEY_ROUND;
import static jp.renkei.jobs.Pipeline.ADOPTION;
import static jp.renkei.jobs.Pipeline.ANSWER_COUNT;
import static jp.renkei.jobs.Pipeline.GUIDELINE_CONFORMITY;
import static jp.renkei.jobs.Pipeline.ISSUER_ADOPTION;
import static jp.renkei.jobs.Pipeline.LINKAGE_CELL;
import static jp.renkei.jobs.Pipeline.RESPONSE_STATUS;
import static jp.renkei.jobs.Steps.gold;
import static jp.renkei.jobs.Steps.reads;
import static jp.renkei.jobs.Steps.table;

import java.util.List;
import jp.renkei.jobs.gold.GoldSteps;
import jp.renkei.jobs.gold.QuestionTables;
import jp.renkei.jobs.run.Step;

/** What the study group asks for: every question counted, and the tables of KPI.md. */
final class StudySteps {
  private StudySteps() {}

  /** The steps in their order; they need the round's answers, adoption and linkage cells. */
  static List<Step> steps() {
    return List.of(
        gold(
            ANSWER_COUNT,
            reads(
                ANSWER,
                SURVEY_ROUND,
                ROUND_QUESTIONNAIRE,
                ISSUER,
                AGENT,
                RESPONSE_STATUS,
                ADOPTION,
                QuestionTables.QUESTION),
            GoldSteps::small),
        gold(
            table("gold.answer_tabulation"),
            reads(ANSWER_COUNT, QuestionTables.QUESTION, QuestionTables.QUESTION_OPTION),
            GoldSteps::small),
        gold(
            table("gold.adoption_transition"),
            reads(SURVEY_ROUND, CHOSEN_ISSUER, ISSUER_ADOPTION),
            GoldSteps::small),
        gold(table("gold.planned_adoption"), reads(SURVEY_ROUND, ADOPTION), GoldSteps::small),
        gold(
            table("gold.adoption_cost"),
            reads(ANSWER, RESPONSE_STATUS, ISSUER_ADOPTION),
            GoldSteps::small),
        gold(
            table("gold.cost_per_account"),
            reads(ANSWER, ISSUER_ADOPTION, LINKAGE_CELL, QuestionTables.COST_BAND),
            GoldSteps::small),
        gold(
            table("gold.issue_comparison"),
            reads(
                ANSWER,
                ROUND_QUESTIONNAIRE,
                RESPONSE_STATUS,
                QuestionTables.QUESTION,
                QuestionTables.QUESTION_OPTION),
            GoldSteps::small),
        gold(table("gold.connection_stage"), reads(SURVEY_ROUND, LINKAGE_CELL), GoldSteps::small),
        gold(
            table("gold.declining_reason"),
            reads(
                ANSWER,
                ROUND_QUESTIONNAIRE,
                RESPONSE_STATUS,
                QuestionTables.QUESTION,
                QuestionTables.QUESTION_OPTION),
            GoldSteps::small),
        gold(
            table("gold.guideline_part_conformity"),
            reads(
                ROUND_QUESTIONNAIRE,
                GUIDELINE_CONFORMITY,
                QuestionTables.QUESTION,
                QuestionTables.QUESTION_OPTION),
            GoldSteps::small));
  }
}
