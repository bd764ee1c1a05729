package jp.renkei.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between modules and stages. */
@AnalyzeClasses(packages = "jp.renkei", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String JOBS = "jp.renkei.jobs.";

  @ArchTest
  static final ArchRule WAREHOUSE_KNOWS_NO_OTHER_MODULE =
      noClasses()
          .that()
          .resideInAPackage("jp.renkei.warehouse..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jp.renkei.surveys..",
              "jp.renkei.jobs..",
              "org.apache.spark..",
              "io.delta..",
              "org.apache.poi..",
              "io.javalin..",
              "scala..");

  @ArchTest
  static final ArchRule SURVEYS_KNOW_NEITHER_JOBS_NOR_SPARK =
      noClasses()
          .that()
          .resideInAPackage("jp.renkei.surveys..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jp.renkei.jobs..", "org.apache.spark..", "io.delta..", "io.javalin..", "scala..");

  @ArchTest
  static final ArchRule JOBS_KNOW_NEITHER_WEB_NOR_REPORTS =
      noClasses()
          .that()
          .resideInAPackage("jp.renkei.jobs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jp.renkei.webapi..", "jp.renkei.reports..", "io.javalin..", "org.apache.poi..");

  @ArchTest
  static final ArchRule BRONZE_READS_NO_LATER_STAGE =
      stage("bronze", "silver", "gold", "check", "release");

  @ArchTest
  static final ArchRule GATEWAY_READS_NO_LATER_STAGE =
      stage("gateway", "silver", "gold", "check", "release");

  @ArchTest
  static final ArchRule FOREIGN_KNOWS_NO_STAGE =
      stage("foreign", "bronze", "silver", "gold", "check", "release");

  @ArchTest
  static final ArchRule SILVER_READS_NO_LATER_STAGE = stage("silver", "gold", "check", "release");

  @ArchTest static final ArchRule GOLD_READS_NO_LATER_STAGE = stage("gold", "check", "release");

  @ArchTest static final ArchRule CHECK_READS_NO_LATER_STAGE = stage("check", "release");

  /** A stage reads earlier ones, and none of them the commands or the sample world. */
  private static ArchRule stage(String stage, String... later) {
    var refused = new java.util.ArrayList<>(java.util.List.of("command", "sample"));
    refused.addAll(java.util.List.of(later));
    return noClasses()
        .that()
        .resideInAPackage(JOBS + stage + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            refused.stream().map(name -> JOBS + name + "..").toArray(String[]::new));
  }

  @ArchTest
  static final ArchRule STAGES_FORM_NO_CYCLE =
      slices().matching("jp.renkei.jobs.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule WAREHOUSE_PACKAGES_FORM_NO_CYCLE =
      slices().matching("jp.renkei.warehouse.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOBODY_USES_JAVA_UTIL_LOGGING =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule ONLY_COMMANDS_WRITE_TO_THE_TERMINAL =
      noClasses()
          .that()
          .resideOutsideOfPackage("jp.renkei.jobs.command..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
