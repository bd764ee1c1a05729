package jp.renkei.jobs.silver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.renkei.jobs.foreign.Brand;
import jp.renkei.jobs.foreign.BrandLink;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.warehouse.rules.BrandIdentityRules;
import jp.renkei.warehouse.table.TableName;

/** Registers of other countries: what they are, their brands, and how brands follow one another. */
public final class ForeignRegisterSteps {
  public static final TableName REGISTER = TableName.of("silver.foreign_register");
  public static final TableName BRAND = TableName.of("silver.foreign_brand");
  public static final TableName BRAND_LINK = TableName.of("silver.foreign_brand_link");

  private ForeignRegisterSteps() {}

  /** The files the step depends on beside bronze: where they lie says their day. */
  public static String landed(RunContext context) {
    return context.landed(ForeignRegisterSteps::isForeign) + context.notTaken();
  }

  static boolean isForeign(SubmissionKind kind) {
    return kind == SubmissionKind.FOREIGN_REGISTER || kind == SubmissionKind.FOREIGN_SNAPSHOT;
  }

  /** Writes the three tables. */
  public static void write(StepRun run) {
    var registers = ForeignRegisters.read(ReceivedFiles.read(run)).registers();
    run.write(REGISTER, registers.stream().map(ForeignRegisterSteps::register).toList());
    run.write(BRAND, registers.stream().flatMap(one -> brands(one).stream()).toList());
    run.write(BRAND_LINK, registers.stream().flatMap(one -> links(one).stream()).toList());
  }

  private static List<Object> register(ForeignRegisters.Register register) {
    var one = register.description();
    return Arrays.asList(
        one.registerId(),
        one.countryCode(),
        one.country().ja(),
        one.country().en(),
        one.name().ja(),
        one.name().en(),
        one.basis().ja(),
        one.basis().en(),
        one.source().ja(),
        one.source().en(),
        one.sourceUrl().orElse(null),
        one.licence(),
        one.isFictitious());
  }

  private static List<List<Object>> brands(ForeignRegisters.Register register) {
    var rows = new ArrayList<List<Object>>();
    var history = register.history();
    for (int index = 0; index < history.snapshots().size(); index++) {
      var snapshot = history.snapshots().get(index);
      var identities = history.identities().get(index);
      for (var brand : snapshot.brands()) {
        rows.add(
            Arrays.asList(
                register.description().registerId(),
                snapshot.on(),
                brand.id(),
                snapshot.idScheme(),
                brand.name(),
                brand.entityId().orElse(null),
                brand.entityName().orElse(null),
                identities.get(brand.id()),
                register.submissions().get(snapshot.path())));
      }
    }
    return rows;
  }

  private static List<List<Object>> links(ForeignRegisters.Register register) {
    var rows = new ArrayList<List<Object>>();
    var history = register.history();
    long version = BrandIdentityRules.builtIn().version();
    for (int index = 0; index < history.changes().size(); index++) {
      var change = history.changes().get(index);
      for (BrandLink link : change.links()) {
        rows.add(
            Arrays.asList(
                register.description().registerId(),
                history.snapshots().get(index + 1).on(),
                history.snapshots().get(index).on(),
                of(link.earlier().map(Brand::id)),
                of(link.later().map(Brand::id)),
                of(link.earlier().map(Brand::name)),
                of(link.later().map(Brand::name)),
                of(link.earlier().flatMap(Brand::entityId)),
                of(link.later().flatMap(Brand::entityId)),
                link.match().name(),
                link.candidates().isEmpty() ? null : String.join(", ", link.candidates()),
                change.isRekeying(),
                version));
      }
    }
    return rows;
  }

  private static Object of(Optional<String> text) {
    return text.orElse(null);
  }
}
