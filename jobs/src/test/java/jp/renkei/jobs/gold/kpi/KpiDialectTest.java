package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.renkei.warehouse.kpi.KpiCatalog;
import org.junit.jupiter.api.Test;

/** KPI SQL keeps to what Spark and DuckDB understand alike. */
class KpiDialectTest {
  private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|--[^\n]*", Pattern.DOTALL);

  /** What differs, by its name: forms looked for in the SQL without its literals. */
  private static final Map<String, Pattern> DIFFERENT = new LinkedHashMap<>();

  static {
    DIFFERENT.put("division", Pattern.compile("/|\\b(div|mod)\\b|%"));
    DIFFERENT.put(
        "a cast other than to bigint, date or string",
        Pattern.compile(
            "\\bcast\\s*\\((?:[^()]|\\([^()]*\\))*\\bas\\s+(?!(bigint|date|string)\\b)\\w+|::"));
    DIFFERENT.put("a double-quoted name or literal", Pattern.compile("\""));
    DIFFERENT.put("concat", Pattern.compile("\\bconcat(_ws)?\\s*\\("));
    DIFFERENT.put("a timestamp", Pattern.compile("\\b(timestamp|timestamptz|to_timestamp)\\b"));
    DIFFERENT.put(
        "a number with a fraction", Pattern.compile("\\b\\d+\\.\\d+|\\b(double|float|decimal)\\b"));
    DIFFERENT.put("avg", Pattern.compile("\\b(avg|mean|stddev\\w*|var\\w*)\\s*\\("));
    DIFFERENT.put(
        "date arithmetic", Pattern.compile("\\b(datediff|date_diff|interval|add_months|trunc)\\b"));
    DIFFERENT.put("an order that null decides", Pattern.compile("\\border\\s+by\\b|\\blimit\\b"));
  }

  static List<String> differences(String sql) {
    var found = new ArrayList<String>();
    var literals = LITERAL.matcher(COMMENT.matcher(sql).replaceAll(" "));
    while (literals.find()) {
      if (literals.group().indexOf('\\') >= 0) {
        found.add("a backslash in a literal");
      }
      if (literals.group().matches("'\\d{4}-\\d\\d-\\d\\dT.*'")) {
        found.add("a timestamp");
      }
    }
    String bare =
        LITERAL
            .matcher(COMMENT.matcher(sql).replaceAll(" "))
            .replaceAll("''")
            .toLowerCase(java.util.Locale.ROOT);
    DIFFERENT.forEach(
        (name, form) -> {
          if (form.matcher(bare).find()) {
            found.add(name);
          }
        });
    return found;
  }

  @Test
  void findsNothingDifferentInAnyKpi() {
    assertThat(KpiCatalog.builtIn().all())
        .hasSize(39)
        .allSatisfy(kpi -> assertThat(differences(kpi.sql())).as(kpi.fileName()).isEmpty());
  }

  @Test
  void findsWhatDiffers() {
    assertThat(differences("select a / b")).containsExactly("division");
    assertThat(differences("select cast(sum(a) as int)"))
        .containsExactly("a cast other than to bigint, date or string");
    assertThat(differences("select a::int"))
        .containsExactly("a cast other than to bigint, date or string");
    assertThat(differences("select \"x\"")).containsExactly("a double-quoted name or literal");
    assertThat(differences("select concat(a, b)")).containsExactly("concat");
    assertThat(differences("select 'a\\n'")).containsExactly("a backslash in a literal");
    assertThat(differences("where at > '2026-01-01T00:00:00Z'")).containsExactly("a timestamp");
    assertThat(differences("where at > timestamp '2026-01-01'")).containsExactly("a timestamp");
    assertThat(differences("select sum(a * 0.5)")).containsExactly("a number with a fraction");
    assertThat(differences("select avg(a)")).containsExactly("avg");
    assertThat(differences("where a > b + interval 1 month")).containsExactly("date arithmetic");
    assertThat(differences("select a order by a")).containsExactly("an order that null decides");
  }

  @Test
  void takesWhatIsAlike() {
    assertThat(
            differences(
                "select median(a), cast(value as bigint), cast(null as string) /* a / b */ from t"
                    + " where b = '1/2' -- c / d"))
        .isEmpty();
  }
}
