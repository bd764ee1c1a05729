package jp.renkei.warehouse.rules;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import jp.renkei.warehouse.evidence.EvidenceCatalog;
import jp.renkei.warehouse.kpi.EntityLevel;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.rules.RespondentRules.Given;
import jp.renkei.warehouse.table.TableName;

/**
 * The rules on respondents' files as Markdown ({@code docs/respondent-files.md}): per KPI and level
 * what a respondent has of itself, and why.
 */
final class RespondentDocument {
  private static final EvidenceCatalog EVIDENCE = EvidenceCatalog.builtIn();

  private RespondentDocument() {}

  static String of(RespondentRules rules, Collection<KpiDefinition> catalog) {
    var text =
        new StringBuilder(
            """
            # What stands in a respondent's file

            Generated from `warehouse/definitions/rules/respondent.yaml` and the KPIs' definitions by `RespondentDocument`; don't edit. Remake with
            `./mvnw -Pquick -pl warehouse test -Dtest=RespondentDocumentTest -Dgolden.update=true`. Why it is so:
            [decision 56](decisions/0056-a-file-for-each-respondent.md).

            A release has one file `respondents/<respondent_id>.duckdb` for each company of the registers. It holds rows of
            `gold.kpi_value` that name the company, and its own rows of %s.

            *In full*: the row as the secretariat's file has it, also where the public's suppresses it or has none. *As public*: exactly as the public's
            file of the same release has it, suppression included; none where that has none. In full are only rows by the issuers of the period
            (`issuer_basis` %s) and of the whole or by the slice %s; all others are as public.

            | kpi_id | level | basis, questions behind it | given | why |
            |---|---|---|---|---|
            """
                .formatted(
                    rules.registers().keySet().stream()
                        .map(TableName::toString)
                        .collect(Collectors.joining("` and `", "`", "`")),
                    rules.ownIssuerBasis(),
                    String.join(", ", rules.ownSlices())));
    catalog.stream()
        .filter(kpi -> kpi.version() == 1)
        .forEach(
            kpi ->
                kpi.levels().stream()
                    .filter(level -> level != EntityLevel.ALL)
                    .forEach(level -> text.append(row(rules, kpi, level))));
    String others =
        catalog.stream()
            .filter(kpi -> kpi.levels().equals(List.of(EntityLevel.ALL)))
            .map(kpi -> "`" + kpi.id() + "`")
            .distinct()
            .collect(Collectors.joining(", "));
    text.append("\nNo rows of companies, and so nothing in these files: ")
        .append(others)
        .append(".\n");
    return text.toString();
  }

  private static String row(RespondentRules rules, KpiDefinition kpi, EntityLevel level) {
    var reason = rules.reason(kpi.id(), level).orElseThrow();
    var questions = EVIDENCE.questions(kpi);
    String basis =
        kpi.basis().name()
            + kpi.ofSummaries().map(same -> ", " + same.basis().name()).orElse("")
            + (questions.isEmpty() ? "" : ": " + String.join(", ", questions));
    return "| `%s` | %s | %s | %s | %s |%n"
        .formatted(
            kpi.id(),
            level,
            basis,
            reason.given() == Given.IN_FULL ? "**in full**" : "as public",
            reason.because());
  }
}
