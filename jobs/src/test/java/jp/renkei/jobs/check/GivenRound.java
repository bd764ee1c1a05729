package jp.renkei.jobs.check;

import jp.renkei.jobs.GivenWarehouse;
import jp.renkei.jobs.gateway.format.AccessLine;

/** Silver rows of one round in which every KPI has a value. */
final class GivenRound {
  private final GivenWarehouse warehouse;

  private GivenRound(GivenWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  static void in(GivenWarehouse warehouse) {
    var round = new GivenRound(warehouse);
    round.registers();
    round.answers();
    round.accesses();
    round.statedFigures();
    round.summaries();
    round.foreignRegisters();
  }

  private void registers() {
    warehouse
        .rows(
            "silver.survey_round",
            """
            reference_date | due_date | grace_days | frame_id
            2026-03-31 | 2026-04-30 | 14 | F1
            """)
        .rows(
            "silver.round_questionnaire",
            """
            questionnaire_id | questionnaire_version
            issuer_survey | 1
            agent_survey | 2
            """)
        .rows(
            "silver.kpi_target",
            """
            kpi_id | kind | target_on | value
            contract_rate | BASELINE | 2025-03-31 | 0.2
            contract_rate | INTERIM | 2026-03-31 | 0.9
            contract_rate | TARGET | 2028-03-31 | 0.95
            """)
        .rows("silver.chosen_issuer", "label_ja | issuer_id\n大手2社 | I1\n大手2社 | I9")
        .rows(
            "silver.population_frame",
            """
            frame_id | issuer_id | cards_issued
            F1 | I1 | 100000
            F1 | I2 | -
            F1 | I3 | 10000001
            """)
        .rows(
            "silver.issuer",
            """
            issuer_id | publication_consent | valid_from | is_association_member
            I1 | NAMED | - | true
            I2 | NAMED | 2099-01-01 | true
            I3 | - | - | false
            """)
        .rows(
            "silver.succession",
            "old_id | new_id | kind | effective_on\nI3 | I1 | MERGER | 2026-05-01")
        .rows("silver.agent", "agent_id | publication_consent\nA1 | NAMED\nA2 | AGGREGATE_ONLY")
        .rows(
            "silver.product_line",
            """
            product_line_id | issuer_id | segment
            L1 | I1 | INDIVIDUAL
            L2 | I1 | CORPORATE
            L3 | I2 | INDIVIDUAL
            """)
        .rows(
            "silver.submission",
            """
            submission_id | unit | kind | questionnaire_id | respondent_id | submitted_at | state | is_late | problems
            s1 | u | SURVEY | issuer_survey | I1 | 2026-04-02T00:00:00+09:00 | ACCEPTED | false | 0
            s2 | u | SURVEY | issuer_survey | I2 | 2026-06-02T00:00:00+09:00 | ACCEPTED | true | 0
            s3 | u | SURVEY | agent_survey | A1 | 2026-04-02T23:59:59+09:00 | ACCEPTED | false | 0
            """)
        .rows(
            "silver.log_file",
            """
            submission_id | path | issuer_id | feed_id | duplicates | rejected | undecided
            l1 | gateway/I1/api/a.jsonl | I1 | api | 2 | 3 | 0
            l2 | gateway/I1/web/a.log | I1 | web | 0 | 1 | 4
            l3 | gateway/I2/api/a.jsonl | I2 | api | 0 | 0 | 0
            """)
        .rows(
            "silver.gateway_feed",
            """
            issuer_id | feed_id | product | front | valid_from | valid_to
            I1 | api | renkei-jsonl | api | - | -
            I1 | web | renkei-jsonl | web | - | 2026-03-20
            I2 | app | renkei-jsonl | api | 2026-03-05 | -
            """)
        .rows(
            "silver.milestone_revision",
            """
            milestone_id | revision | measure_id | issuer_id | baseline_end | forecast_end | actual_end | status
            M1 | 1 | P1 | I1 | 2026-02-28 | - | - | IN_PROGRESS
            M1 | 2 | P1 | I1 | 2026-12-31 | 2026-07-15 | - | DELAYED
            M2 | 1 | P1 | - | 2026-05-31 | - | 2026-05-30 | DONE
            """);
  }

  private void answers() {
    warehouse.rows(
        "silver.answer",
        """
        questionnaire_id | respondent_id | product_line_id | counterparty_id | segment | question_id | value
        issuer_survey | I1 | - | - | - | A0_02 | AGGREGATE_ONLY
        issuer_survey | I1 | L1 | - | - | A1_01 | 800
        issuer_survey | I1 | L1 | - | - | A2_01 | LIVE
        issuer_survey | I1 | L1 | - | - | A2_02 | 2025-10-01
        issuer_survey | I1 | L1 | - | - | A5_01 | amount¦due_on
        issuer_survey | I1 | L2 | - | - | A2_01 | PLANNED
        issuer_survey | I1 | L2 | - | - | A2_03 | 2027-04-01
        issuer_survey | I1 | - | - | - | A3_01 | YES
        issuer_survey | I1 | - | - | - | A3_03 | YES
        issuer_survey | I1 | - | - | - | A6_01 | CONFORMS
        issuer_survey | I1 | - | - | - | A6_02 | PARTLY
        issuer_survey | I1 | - | A1 | INDIVIDUAL | A9_01 | SIGNED
        issuer_survey | I1 | - | A1 | INDIVIDUAL | A9_02 | 2025-11-01
        issuer_survey | I1 | - | A1 | INDIVIDUAL | A9_03 | 100
        issuer_survey | I1 | - | A1 | INDIVIDUAL | A9_05 | 2025-06-03
        issuer_survey | I1 | - | A2 | INDIVIDUAL | A9_01 | SIGNED
        issuer_survey | I1 | - | A2 | INDIVIDUAL | A9_02 | 2025-12-01
        issuer_survey | I1 | - | A2 | INDIVIDUAL | A9_05 | 2025-06-02
        issuer_survey | I1 | L2 | - | - | A2_04 | COST¦OTHER
        issuer_survey | I1 | - | - | - | A10_02 | 0.99875
        issuer_survey | I1 | - | - | - | A10_04 | EXCLUDED
        issuer_survey | I1 | - | - | - | A11_03 | 2026-03-05
        issuer_survey | I2 | - | - | - | A11_03 | 2026-03-01
        issuer_survey | I1 | - | - | - | A12_01 | OVER_100M
        issuer_survey | I1 | - | - | - | A12_02 | 1M_10M
        issuer_survey | I1 | - | - | - | A14_01 | COST¦STAFF
        issuer_survey | I1 | - | - | - | A15_05 | 2028
        issuer_survey | I2 | - | - | - | A10_02 | 0.33333333349
        issuer_survey | I2 | - | - | - | A12_02 | ZERO
        issuer_survey | I2 | - | - | - | A14_01 | STAFF
        issuer_survey | I2 | - | - | - | A15_04 | 条件
        issuer_survey | I2 | L3 | - | - | A1_01 | 500
        issuer_survey | I2 | L3 | - | - | A2_01 | NOT_PLANNED
        issuer_survey | I2 | - | - | - | A3_04 | YES
        issuer_survey | I2 | - | A1 | CORPORATE | A9_01 | DECLINED
        issuer_survey | I2 | - | A2 | CORPORATE | A9_01 | REQUESTED
        issuer_survey | I2 | - | A2 | CORPORATE | A9_05 | 2025-12-31
        agent_survey | A1 | - | - | - | B5_03 | NO_API
        agent_survey | A1 | - | - | - | B13_01 | COST
        agent_survey | A1 | - | - | - | B6_01 | 77
        agent_survey | A1 | - | I1 | INDIVIDUAL | B3_01 | SIGNED
        agent_survey | A1 | - | I1 | INDIVIDUAL | B3_02 | 110
        agent_survey | A1 | - | I1 | INDIVIDUAL | B3_03 | 30
        agent_survey | A1 | - | I1 | INDIVIDUAL | B3_05 | WEEKLY
        agent_survey | A1 | - | I1 | INDIVIDUAL | B3_06 | DAILY
        agent_survey | A1 | - | I1 | INDIVIDUAL | B3_08 | 12
        agent_survey | A1 | - | I2 | CORPORATE | B3_01 | REQUESTED
        agent_survey | A1 | - | I2 | INDIVIDUAL | B3_01 | NONE
        agent_survey | A1 | - | I2 | INDIVIDUAL | B3_03 | 8
        agent_survey | A1 | - | I9 | INDIVIDUAL | B3_01 | SIGNED
        """);
  }

  private void accesses() {
    warehouse.rows(
        "silver.access",
        """
        submission_id | line | feed_id | request_id | event_at | access_date | issuer_id | front | agent_id | access_method | rule_id | route_kind | status | latency_ms | bytes_out | user_hash | is_attended
        l1 | 1 | api | q1 | 2026-03-05T00:30:00+09:00 | 2026-03-05 | I1 | api | A1 | API | a | STATEMENT_DETAIL | 200 | 1500.0 | 10 | u1 | true
        l1 | 2 | api | q2 | 2026-03-05T00:59:00+09:00 | 2026-03-05 | I1 | api | A1 | API | a | STATEMENT_DETAIL | 200 | 1500.5 | - | u1 | false
        l1 | 3 | api | q3 | 2026-03-05T01:00:00+09:00 | 2026-03-05 | I1 | api | A1 | API | a | STATEMENT_DETAIL | 503 | - | 5 | u2 | -
        l1 | 4 | api | q4 | 2026-03-05T01:00:00+09:00 | 2026-03-05 | I1 | api | A1 | API | a | STATEMENT_DETAIL | 429 | 0.4 | 5 | - | -
        l1 | 5 | api | q5 | 2026-03-06T01:00:00+09:00 | 2026-03-06 | I1 | api | - | UNKNOWN | b | STATEMENT_DETAIL | - | 30000.0 | 5 | - | -
        l2 | 1 | web | - | 2026-03-06T01:00:00+09:00 | 2026-03-06 | I1 | web | A2 | SCRAPING | c | login | 302 | 30001.0 | 5 | - | -
        l2 | 2 | web | - | 2026-03-06T01:00:00+09:00 | 2026-03-06 | I1 | web | - | DIRECT | d | OTHER | 0 | 2.0 | 5 | - | -
        l3 | 1 | api | q1 | 2026-04-01T00:00:00+09:00 | 2026-04-01 | I2 | api | A2 | API | a | CARD_LIST | 204 | 2.5 | 5 | u1 | true
        l1 | 6 | api | q6 | 2026-03-05T00:10:00+09:00 | 2026-03-05 | I1 | api | A1 | API | a | STATEMENT_DETAIL | 500 | 3.0 | 5 | - | -
        l1 | 7 | api | q7 | 2026-04-20T00:10:00+09:00 | 2026-04-20 | I1 | api | - | UNKNOWN | b | STATEMENT_DETAIL | 500 | 3.0 | 5 | - | -
        """
            + "l2 | 9 | web | - | 2026-03-07T01:00:00+09:00 | 2026-03-07 | I1 | web | - | DIRECT | d | OTHER | 200 | %s | %d | - | -\n"
                .formatted(AccessLine.LONGEST_LATENCY_MS, AccessLine.LARGEST_BYTES_OUT)
                .repeat(500));
  }

  /** What I1 states in the shape of CDR Get Metrics: two days, one of them without a tier. */
  private void statedFigures() {
    warehouse
        .rows("silver.cdr_metric_finding", "issuer_id | rule_id\nI1 | STATED_DIFFERENTLY")
        .rows(
            "silver.cdr_metric",
            """
            issuer_id | period_type | period_start | metric | aspect | millionths
            I1 | DAY | 2026-03-05 | invocations | unauthenticated | 11000000
            I1 | DAY | 2026-03-05 | invocations | highPriority | 7000000
            I1 | DAY | 2026-03-05 | invocations | lowPriority | 5000000
            I1 | DAY | 2026-03-05 | invocations | unattended | 3000000
            I1 | DAY | 2026-03-05 | invocations | largePayload | 0
            I1 | DAY | 2026-03-05 | performance | aggregate | 951234
            I1 | DAY | 2026-03-05 | errors | aggregate | 2000000
            I1 | DAY | 2026-03-05 | rejections | authenticated | 1000000
            I1 | DAY | 2026-03-05 | rejections | unauthenticated | 0
            I1 | DAY | 2026-03-05 | sessionCount | - | 4000000
            I1 | DAY | 2026-03-07 | invocations | unauthenticated | 9000000
            I1 | DAY | 2026-03-07 | performance | aggregate | 1000000
            I1 | MONTH | 2026-03-01 | availability | aggregate | 998765
            I1 | MOMENT | 2026-03-06 | customerCount | - | 5000000
            I1 | MOMENT | 2026-03-07 | customerCount | - | 6000000
            I1 | MOMENT | 2026-03-07 | recipientCount | - | 2000000
            """);
  }

  /** What issuers counted of their logs themselves; I2 hands over logs of another month. */
  private void summaries() {
    String buckets =
        "1 2 5 10 20 50 100 200 300 500 700 1000 1500 2000 3000 5000 10000 30000 "
            .replaceAll("(\\d+) ", "lat_le_$1 | ");
    String counts = "3 | 0 | 1 | 0 | 0 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 5 | 1 | 0 | 0 | 0 | 0 | 1";
    warehouse
        .rows(
            "silver.summary_access_daily",
            """
            access_date | month | issuer_id | front | agent_id | access_method | rule_id | route_kind | status_class | attended | accesses | bytes_out | BUCKETSlat_gt_30000
            2026-03-04 | 2026-03-01 | I2 | api | A1 | API | a | CARD_LIST | 2xx | YES | 13 | 9 | COUNTS
            2026-03-05 | 2026-03-01 | I2 | api | A1 | API | a | CARD_LIST | 5xx | NO | 14 | 9 | COUNTS
            2026-03-05 | 2026-03-01 | I2 | api | - | UNKNOWN | b | CARD_LIST | 2xx | UNKNOWN | 13 | 9 | COUNTS
            2026-03-31 | 2026-03-01 | I2 | web | A2 | SCRAPING | c | login | 2xx | UNKNOWN | 15 | 9 | COUNTS
            2026-03-31 | 2026-03-01 | I3 | api | A2 | API | a | CARD_LIST | 429 | UNKNOWN | 13 | 9 | TIMED
            """
                .replace("BUCKETS", buckets)
                .replace("COUNTS", counts)
                // Every call under the last edge, so that every quantile has a value.
                .replace("TIMED", counts.replaceAll("1$", "0")))
        .rows(
            "silver.summary_fetch_month",
            """
            month | issuer_id | agent_id | fetches | users
            2026-03-01 | I2 | A1 | 21 | 4
            2026-03-01 | I3 | A2 | 2 | 2
            """)
        .rows(
            "silver.summary_issuer_month_users",
            "month | issuer_id | users\n2026-03-01 | I2 | 4\n2026-03-01 | I3 | 2")
        .rows(
            "silver.summary_log_day",
            """
            access_date | month | issuer_id | feed_id | is_covered
            2026-03-04 | 2026-03-01 | I2 | api | true
            2026-03-05 | 2026-03-01 | I2 | api | true
            2026-03-06 | 2026-03-01 | I2 | api | false
            2026-03-31 | 2026-03-01 | I2 | web | true
            2026-03-31 | 2026-03-01 | I3 | api | true
            2026-03-31 | 2026-03-01 | I1 | api | true
            """)
        .rows("silver.summary_finding", "issuer_id | finding_id\nI2 | summary_unknown_agent");
  }

  /** Two snapshots with a month missing between them, and a brand that changed its id. */
  private void foreignRegisters() {
    warehouse
        .rows(
            "silver.foreign_brand",
            """
            register_id | snapshot_on | brand_id | id_scheme | brand_name | entity_id | identity_id
            x | 2026-01-10 | b1 | s | B1 | e1 | s:b1
            x | 2026-01-10 | b2 | s | B2 | - | s:b2
            x | 2026-03-10 | b1 | s | B1 | e1 | s:b1
            x | 2026-03-10 | c2 | s | B2 | - | s:b2
            x | 2026-03-10 | b3 | s | B3 | e1 | s:b3
            """)
        .rows(
            "silver.foreign_brand_link",
            """
            register_id | snapshot_on | earlier_snapshot_on | earlier_brand_id | brand_id | match | is_rekeying
            x | 2026-03-10 | 2026-01-10 | b2 | c2 | NAME | false
            x | 2026-03-10 | 2026-01-10 | - | b3 | NEW | false
            """);
  }
}
