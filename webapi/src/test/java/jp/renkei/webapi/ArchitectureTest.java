package jp.renkei.webapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The borders of the module. */
@AnalyzeClasses(packages = "jp.renkei.webapi", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule READS_RELEASES_WITHOUT_SPARK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.spark..", "io.delta..", "org.apache.hadoop..", "jp.renkei.jobs..");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("jp.renkei.webapi.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_THE_SQL_COMMAND_SPEAKS_SQL =
      noClasses()
          .that()
          .resideOutsideOfPackage("jp.renkei.webapi.sql..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");
}
