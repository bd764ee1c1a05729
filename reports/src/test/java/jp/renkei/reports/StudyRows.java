package jp.renkei.reports;

import java.util.List;
import org.jooq.DSLContext;

/** What a round's tables hold, in the file of the audience that has them. */
public final class StudyRows {
  private static final List<String> ROWS =
      List.of(
          """
          gold.response_status (round_id, respondent_id, side, is_in_frame, state, submissions, correction_reason,
                                due_date, last_day, size_band, is_association_member)
          values ('R2026-09', 'ISS001', 'ISSUER', true, 'ACCEPTED', 2, '=桁の誤り', '2026-10-31', '2026-11-14', 'TO_1M', true),
                 ('R2026-09', 'ISS002', 'ISSUER', true, 'LATE', 1, null, '2026-10-31', '2026-11-14', 'UNKNOWN', null),
                 ('R2026-09', 'ISS003', 'ISSUER', true, 'NOT_SUBMITTED', 0, null, '2026-10-31', '2026-11-14', 'TO_1M', false),
                 ('R2026-09', 'AGT001', 'AGENT', true, 'REFUSED', 1, null, '2026-10-31', '2026-11-14', null, true)""",
          """
          gold.adoption_transition (round_id, previous_round_id, issuer_group, from_status, to_status, issuers)
          values ('R2026-09', 'R2026-03', null, 'PLANNED', 'LIVE', 2), ('R2026-09', 'R2026-03', null, 'LIVE', 'LIVE', 5),
                 ('R2026-09', 'R2026-03', null, 'SILENT', 'NOT_PLANNED', 1), ('R2026-09', 'R2026-03', '大手2社', 'LIVE', 'LIVE', 2)""",
          """
          gold.planned_adoption (round_id, step, fiscal_year, issuers, cards, cumulative_issuers, cumulative_cards,
                                 issuers_in_frame, issuers_known, cards_known)
          values ('R2026-09', 'PLANNED', 2027, 2, 50, 7, 150, 10, 8, 200), ('R2026-09', 'LIVE', null, 5, 100, 5, 100, 10, 8, 200),
                 ('R2026-09', 'OVERDUE', null, 1, 30, null, null, 10, 8, 200)""",
          """
          gold.adoption_cost (round_id, question_id, size_band, adoption_status, cost_band, value_state, issuers)
          values ('R2026-09', 'A12_02', 'TO_1M', 'LIVE', '1M_10M', 'REPORTED', 2),
                 ('R2026-09', 'A12_02', 'TO_1M', 'LIVE', null, 'WITHHELD', 1),
                 ('R2026-09', 'A12_02', 'UNDER_100K', 'PLANNED', 'ZERO', 'REPORTED', 1)""",
          """
          gold.cost_per_account (round_id, question_id, slice, slice_value, issuers, accounts, lowest_yen, highest_yen,
                                 lowest_yen_per_account, highest_yen_per_account)
          values ('R2026-09', 'A12_02', 'size_band', 'TO_1M', 2, 300, 2000000, 19999998, 6666.666, 66666.66),
                 ('R2026-09', 'A12_02', null, null, 3, 400, 102000000, null, 255000.0, null)""",
          """
          gold.issue_comparison (round_id, topic, option_code, position, label_ja, issuers, issuers_answered, agents, agents_answered)
          values ('R2026-09', 'ISSUE', 'COST', 1, '費用負担', 3, 4, 1, 2),
                 ('R2026-09', 'NOT_ADOPTING', 'DEMAND', 2, '需要が見込めない', 1, 4, null, null)""",
          """
          gold.connection_stage (round_id, stage, position, cells, cells_reached, issuers, agents)
          values ('R2026-09', 'REQUESTED', 1, 1, 4, 1, 1), ('R2026-09', 'CONNECTED', 4, 2, 2, 2, 1),
                 ('R2026-09', 'DECLINED', 6, 1, null, 1, 1)""",
          """
          gold.declining_reason (round_id, option_code, position, label_ja, agents, agents_answered)
          values ('R2026-09', 'NO_API', 2, 'APIがない', 1, 2)""",
          """
          gold.guideline_part_conformity (round_id, part_id, option_code, position, part_ja, label_ja, issuers,
                                          issuers_answered, live_issuers, live_issuers_answered)
          values ('R2026-09', 'A6_02', 'CONFORMS', 1, 'データ表現形式（基準日時点）', '準拠', 3, 4, 1, 2),
                 ('R2026-09', 'A6_02', 'NOT', 3, 'データ表現形式（基準日時点）', '準拠していない', 1, 4, 1, 2)""",
          """
          silver.round_questionnaire (round_id, questionnaire_id, questionnaire_version)
          values ('R2026-09', 'issuer_survey', 1)""",
          """
          gold.question (questionnaire_id, questionnaire_version, question_id, position, side, section_id, section_ja, label_ja,
                         type, unit, asked_by)
          values ('issuer_survey', 1, 'A1_01', 1, 'ISSUER', 'A1', '規模', '有効発行枚数', 'INTEGER', 'cards', 'PRODUCT_LINE'),
                 ('issuer_survey', 1, 'A2_03', 2, 'ISSUER', 'A2', '導入状況', '提供予定時期', 'DATE', null, 'PRODUCT_LINE'),
                 ('issuer_survey', 1, 'A3_01', 3, 'ISSUER', 'A3', '公表', '連携方針の公表', 'YES_NO', null, 'RESPONDENT'),
                 ('issuer_survey', 1, 'A15_05', 4, 'ISSUER', 'A15', '意見', '望ましい実施時期', 'INTEGER', 'fiscal_year', 'RESPONDENT'),
                 ('issuer_survey', 1, 'A8_01', 5, 'ISSUER', 'A8', '接続申入れ',
                  '接続申入れの受付件数（基準日までに終わった直近の年度中）', 'INTEGER', 'requests', 'RESPONDENT'),
                 ('issuer_survey', 2, 'A9_99', 1, 'ISSUER', 'A9', '別の版', '別の版の設問', 'TEXT', null, 'RESPONDENT')""",
          """
          gold.question_option (questionnaire_id, questionnaire_version, question_id, option_code, position, label_ja)
          values ('issuer_survey', 1, 'A3_01', 'YES', 1, 'はい'), ('issuer_survey', 1, 'A3_01', 'NO', 2, 'いいえ')""",
          """
          gold.answer_tabulation (round_id, question_id, slice, slice_value, option_code, value_state, n, sum, median, q1, q3)
          values ('R2026-09', 'A1_01', null, null, null, 'REPORTED', 3, 930, 20, 15, 460),
                 ('R2026-09', 'A2_03', null, null, null, 'REPORTED', 2, null, null, null, null),
                 ('R2026-09', 'A2_03', null, null, 'FY2027', 'REPORTED', 2, null, null, null, null),
                 ('R2026-09', 'A3_01', null, null, null, 'REPORTED', 3, null, null, null, null),
                 ('R2026-09', 'A3_01', null, null, null, 'WITHHELD', 1, null, null, null, null),
                 ('R2026-09', 'A3_01', null, null, 'YES', 'REPORTED', 2, null, null, null, null),
                 ('R2026-09', 'A3_01', null, null, 'NO', 'REPORTED', 1, null, null, null, null),
                 ('R2026-09', 'A3_01', 'size_band', 'TO_1M', null, 'REPORTED', 2, null, null, null, null),
                 ('R2026-09', 'A3_01', 'size_band', 'TO_1M', 'YES', 'REPORTED', 2, null, null, null, null),
                 ('R2026-09', 'A3_01', 'size_band', 'TO_1M', 'NO', 'REPORTED', 0, null, null, null, null),
                 ('R2026-09', 'A15_05', null, null, null, 'REPORTED', 2, null, 2027.5, 2027.25, 2027.75),
                 ('R2026-09', 'A15_05', null, null, 'FY2027', 'REPORTED', 1, null, null, null, null),
                 ('R2026-09', 'A15_05', null, null, 'FY2028', 'REPORTED', 1, null, null, null, null)""",
          """
          gold.kpi_comment (kpi_id, definition_version, entity_level, issuer_id, agent_id, slice, slice_value, period_type,
                            period_start, period_end, basis, side, comment, stated_on)
          values ('scraping_share', 1, 'ISSUER', 'ISS001', null, null, null, 'POINT', '2026-09-30', '2026-09-30', 'SURVEY',
                  'ISSUER', '=<b>集計の途中</b>', '2026-10-05'),
                 ('linked_account_count', 1, 'ISSUER', 'ISS001', null, 'access_method', 'API', 'POINT', '2026-09-30', '2026-09-30',
                  'SURVEY', 'ISSUER', '_x0041_ 移行の途中', '2026-10-06'),
                 ('linked_account_count', 1, 'ISSUER', 'ISS001', null, 'access_method', 'SCRAPING', 'POINT', '2026-09-30',
                  '2026-09-30', 'SURVEY', 'ISSUER', '_x0041_ 移行の途中', '2026-10-06'),
                 ('linked_account_count', 1, 'PAIR', 'ISS001', 'AGT002', null, null, 'POINT', '2026-09-30', '2026-09-30', 'SURVEY',
                  'ISSUER', '組へのカード会社の言葉', '2026-10-07'),
                 ('linked_account_count', 1, 'PAIR', 'ISS001', 'AGT002', null, null, 'POINT', '2026-09-30', '2026-09-30', 'SURVEY',
                  'AGENT', '組への電代業者の言葉', '2026-10-08'),
                 ('scraping_share', 1, 'ISSUER', 'ISS002', null, null, null, 'POINT', '2026-03-31', '2026-03-31', 'SURVEY',
                  'ISSUER', '前の回の話', '2026-04-05')""",
          """
          gold.kpi_value (kpi_id, definition_version, entity_level, issuer_id, agent_id, period_type, period_start, period_end,
                          numerator, value, value_state, status, basis, issuer_basis)
          values ('linked_account_count', 1, 'PAIR', 'ISS001', 'AGT002', 'POINT', '2026-09-30', '2026-09-30', 1200, 1200,
                  'REPORTED', 'FINAL', 'SURVEY', 'THEN')""",
          """
          silver.agent (agent_id, name_ja) values ('AGT002', '架空連携サービス株式会社')""");

  private StudyRows() {}

  /** Fills the secretariat's file; the others don't have the tables. */
  public static void insert(DSLContext queries) {
    boolean hasTables =
        queries
                .fetchOne(
                    "select count(*) from duckdb_tables() where table_name = 'issue_comparison'")
                .get(0, Long.class)
            > 0;
    if (hasTables) {
      ROWS.forEach(rows -> queries.execute("insert into " + rows));
    }
  }
}
