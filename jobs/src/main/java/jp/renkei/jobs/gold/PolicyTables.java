package jp.renkei.jobs.gold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.policy.PolicyRegister;
import jp.renkei.warehouse.table.TableName;

/** The policy register and the KPI definitions as tables, so that a release holds them too. */
public final class PolicyTables {
  public static final TableName POLICY_EVENT = TableName.of("gold.policy_event");
  public static final TableName COMMITMENT = TableName.of("gold.commitment");
  public static final TableName KPI_DEFINITION = TableName.of("gold.kpi_definition");
  public static final TableName KPI_SUPPLEMENT_DEFINITION =
      TableName.of("gold.kpi_supplement_definition");

  private PolicyTables() {}

  /** Writes events (a row per stated date), commitments, and KPI and supplement definitions. */
  public static void write(StepRun run) {
    var register = PolicyRegister.load();
    run.write(POLICY_EVENT, events(register));
    run.write(COMMITMENT, commitments(register));
    run.write(KPI_DEFINITION, definitions());
    run.write(KPI_SUPPLEMENT_DEFINITION, supplements());
  }

  private static List<List<Object>> events(PolicyRegister register) {
    var rows = new ArrayList<List<Object>>();
    for (var event : register.events()) {
      for (var date : event.dates()) {
        rows.add(
            List.of(
                event.eventId(),
                date.from(),
                date.precision().name(),
                date.approximate(),
                event.title().ja(),
                event.title().en(),
                event.body().ja(),
                date.source(),
                date.grade().name(),
                event.source()));
      }
    }
    for (var meeting : register.meetings()) {
      rows.add(
          List.of(
              meeting.meetingId(),
              meeting.date().from(),
              meeting.date().precision().name(),
              meeting.date().approximate(),
              meeting.group().ja() + " 第" + meeting.number() + "回：" + meeting.topic().ja(),
              meeting.group().en() + ", meeting " + meeting.number() + ": " + meeting.topic().en(),
              "経済産業省",
              meeting.date().source(),
              meeting.date().grade().name(),
              meeting.source()));
    }
    return rows;
  }

  private static List<List<Object>> commitments(PolicyRegister register) {
    var rows = new ArrayList<List<Object>>();
    for (var commitment : register.commitments()) {
      rows.add(
          Arrays.asList(
              commitment.commitmentId(),
              commitment.subject().ja(),
              commitment.action().ja(),
              commitment.action().en(),
              commitment.deadline().map(deadline -> deadline.stated()).orElse(null),
              commitment.followUpBody().ja(),
              commitment.basisDocument().ja(),
              commitment.grade().name(),
              commitment.source()));
    }
    return rows;
  }

  private static List<List<Object>> supplements() {
    var rows = new ArrayList<List<Object>>();
    for (var kpi : KpiCatalog.builtIn().all()) {
      long position = 0;
      for (var supplement : kpi.supplements()) {
        rows.add(
            List.of(
                kpi.id(),
                (long) kpi.version(),
                supplement.figure(),
                ++position,
                supplement.titleJa(),
                supplement.titleEn(),
                supplement.definitionJa(),
                supplement.definitionEn(),
                supplement.unit()));
      }
    }
    return rows;
  }

  private static List<List<Object>> definitions() {
    var rows = new ArrayList<List<Object>>();
    for (var kpi : KpiCatalog.builtIn().all()) {
      rows.add(
          Arrays.asList(
              kpi.id(),
              (long) kpi.version(),
              kpi.validFrom().orElse(null),
              kpi.titleJa(),
              kpi.titleEn(),
              kpi.definitionJa(),
              kpi.definitionEn(),
              kpi.formula(),
              kpi.unit(),
              kpi.better(),
              kpi.stage(),
              kpi.source()));
    }
    return rows;
  }
}
