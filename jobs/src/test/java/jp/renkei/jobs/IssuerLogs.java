package jp.renkei.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;

/**
 * A small landing folder of one issuer with what logs bring along: two feeds, agents by client and
 * by network, users who come by several, an access in two files, lines that cannot be read, a test
 * environment, days without a line, and times on both sides of midnight in Japan.
 */
final class IssuerLogs {
  static final String ISSUER = "I1";
  private static final int SEED = 20260131;

  private final Path folder;
  private final Random random = new Random(SEED);
  private int request;

  private IssuerLogs(Path folder) {
    this.folder = folder;
  }

  /** Writes register, round, survey and logs. */
  static void writeAll(Path folder) {
    var logs = new IssuerLogs(folder);
    logs.registers();
    logs.survey();
    logs.gateway();
  }

  /** Writes all but the logs. */
  static void writeWithoutLogs(Path folder) {
    var logs = new IssuerLogs(folder);
    logs.registers();
    logs.survey();
  }

  static void place(Path folder, String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void registers() {
    place(
        folder,
        "register/issuers.csv",
        "issuer_id,corporate_number,name_ja,name_en,registration_no,association_member,"
            + "publication_consent,cards_issued,valid_from,valid_to\nI1,,甲,,,yes,NAMED,1,,\n");
    place(
        folder,
        "register/agents.csv",
        "agent_id,corporate_number,name_ja,name_en,agent_registration_no,association_member,"
            + "publication_consent,valid_from,valid_to\nA1,,子,,,yes,NAMED,,\nA2,,丑,,,yes,NAMED,,\n"
            + "A3,,寅,,,no,NAMED,,\n");
    place(
        folder,
        "register/product_lines.csv",
        "product_line_id,issuer_id,name_ja,segment,processor_id,valid_from,valid_to\nL1,I1,一,INDIVIDUAL,,,\n");
    place(
        folder,
        "register/population_frames.csv",
        "frame_id,as_of,basis,issuer_id,cards_issued\nF1,2026-02-28,,I1,1\n");
    place(
        folder,
        "register/client_aliases.csv",
        "issuer_id,client_id_raw,agent_id,valid_from,valid_to\nI1,c1,A1,,\nI1,c2,A2,,2026-01-31\n"
            + "I1,c3,A2,2026-02-01,\n");
    place(
        folder,
        "register/agent_networks.csv",
        "agent_id,cidr,valid_from,valid_to\nA3,203.0.113.0/24,,\nA1,198.51.100.0/25,2026-02-01,\n");
    place(
        folder,
        "rounds/R2026-02.yaml",
        """
        round_id: R2026-02
        reference_date: 2026-02-28
        due_date: 2026-03-31
        grace_days: 14
        frame_id: F1
        questionnaires:
          - {id: issuer_survey, version: 1}
          - {id: agent_survey, version: 1}
        """);
  }

  private void survey() {
    String unit = "issuer_survey,1,R2026-02,I1,2026-02-28,";
    place(
        folder,
        "surveys/I1.csv",
        "questionnaire_id,questionnaire_version,round_id,respondent_id,submitted_at,product_line_id,"
            + "segment,counterparty_id,question_id,value,value_state,free_text\n"
            + unit
            + "L1,,,A2_01,LIVE,REPORTED,\n"
            + unit
            + "L1,,,A2_02,2026-01-10,REPORTED,\n"
            + cell(unit, "A1")
            + cell(unit, "A3"));
  }

  private static String cell(String unit, String agent) {
    String of = unit + ",INDIVIDUAL," + agent + ",";
    return of
        + "A9_01,SIGNED,REPORTED,\n"
        + of
        + "A9_02,2026-01-10,REPORTED,\n"
        + of
        + "A9_03,5,REPORTED,\n";
  }

  private void gateway() {
    place(
        folder,
        "gateway/I1/api/feed.yaml",
        """
        product: renkei-jsonl
        front: api
        time_zone: Asia/Tokyo
        latency_unit: ms
        routes:
          - {template: "/v1/statements/{id}", api_type: STATEMENT_DETAIL}
        """);
    place(
        folder,
        "gateway/I1/web/feed.yaml",
        """
        product: renkei-jsonl
        front: web
        time_zone: Asia/Tokyo
        latency_unit: ms
        routes:
          - {template: "/login", kind: login}
          - {template: "/meisai/{id}", kind: statement}
        """);
    for (String feed : new String[] {"api", "web"}) {
      String before = "";
      for (var day = LocalDate.of(2026, 1, 1);
          day.isBefore(LocalDate.of(2026, 3, 1));
          day = day.plusDays(1)) {
        if (day.getDayOfMonth() == 17) {
          continue;
        }
        // What ended the day before begins this one again, so that accesses stand in two files.
        var text = new StringBuilder(before);
        before = lines(feed, day);
        text.append(before);
        if (day.getDayOfMonth() % 9 == 0) {
          text.append("{\"event_time\":\"").append(day).append("\n");
          text.append("no line at all\n");
        }
        place(folder, "gateway/I1/" + feed + "/" + day + ".jsonl", text.toString());
      }
    }
    place(folder, "gateway/I1/idle/feed.yaml", "product: renkei-jsonl\nfront: web\n");
    place(
        folder,
        "gateway/I1/ended/feed.yaml",
        "product: renkei-jsonl\nfront: web\nvalid_from: 2026-01-08\nvalid_to: 2026-02-10\n");
    place(
        folder,
        "gateway/I1/to-come/feed.yaml",
        "product: renkei-jsonl\nfront: web\nvalid_from: 2027-01-01\n");
  }

  private String lines(String feed, LocalDate day) {
    var text = new StringBuilder();
    for (int index = 0; index < 14; index++) {
      // Some just before and after midnight in Japan, when it is still the day before elsewhere.
      var time =
          switch (index) {
            case 0 -> LocalTime.MIN;
            case 13 -> LocalTime.of(23, 59, 59, 999_000_000);
            default -> LocalTime.ofSecondOfDay(index * 6_000L + random.nextInt(3_000));
          };
      var at = OffsetDateTime.of(day, time, ZoneOffset.ofHours(9));
      boolean isUtc = random.nextInt(3) == 0;
      text.append(feed.equals("api") ? api(at, isUtc) : web(at, isUtc));
    }
    return text.toString();
  }

  private String api(OffsetDateTime at, boolean isUtc) {
    int status = new int[] {200, 200, 200, 201, 404, 429, 500}[random.nextInt(7)];
    String client = new String[] {"c1", "c2", "c3", "unknown"}[random.nextInt(4)];
    boolean isOther = random.nextInt(6) == 0;
    return """
        {"event_time":"%s","client_id":"%s","method":"GET","path":"%s","status":%d,"latency_ms":%s,"bytes_out":%d,"user":"u%d","request_id":"r%d","attended":%s,"environment":"%s"}
        """
        .formatted(
            isUtc ? at.withOffsetSameInstant(ZoneOffset.UTC) : at,
            client,
            isOther ? "/v1/other" : "/v1/statements/" + random.nextInt(5),
            status,
            new String[] {"0.4", "41.2", "500", "500.1", "1500", "1500.5", "40000"}
                [random.nextInt(7)],
            random.nextInt(10_000),
            random.nextInt(12),
            ++request,
            random.nextBoolean(),
            random.nextInt(9) == 0 ? "sandbox" : "prod");
  }

  private String web(OffsetDateTime at, boolean isUtc) {
    String address = new String[] {"203.0.113.7", "198.51.100.5", "192.0.2.1"}[random.nextInt(3)];
    String agent =
        new String[] {
              "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36",
              "python-requests/2.31.0",
              "Googlebot/2.1 (+http://www.google.com/bot.html)"
            }
            [random.nextInt(3)];
    boolean hasTraces = random.nextInt(8) > 0;
    return """
        {"event_time":"%s","method":"POST","path":"%s","status":200,"request_id":"w%d"%s}
        """
        .formatted(
            isUtc ? at.withOffsetSameInstant(ZoneOffset.UTC) : at,
            new String[] {"/login", "/meisai/1", "/top"}[random.nextInt(3)],
            ++request,
            hasTraces ? ",\"client_ip\":\"" + address + "\",\"user_agent\":\"" + agent + "\"" : "");
  }
}
