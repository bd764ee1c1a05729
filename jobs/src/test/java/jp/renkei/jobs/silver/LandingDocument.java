package jp.renkei.jobs.silver;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.gateway.format.AccessField;
import jp.renkei.jobs.gateway.format.Front;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import jp.renkei.jobs.gateway.format.Route;
import jp.renkei.surveys.AnswerFile;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.ValueState;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.definition.YamlNode;
import jp.renkei.warehouse.table.ColumnDefinition;
import jp.renkei.warehouse.table.ColumnType;

/**
 * The forms of landing's files as Markdown ({@code docs/landing.md}). Columns, codes and questions
 * come from what the readers check by; words and examples from {@code landing-document.md}.
 */
final class LandingDocument {
  private static final String COLUMNS_HEAD =
      "\n| 列 / column | 必須 | 型 | 列名 | 値 / values |\n|---|---|---|---|---|\n";

  private LandingDocument() {}

  /** Fills the places of a text that generated tables belong to. */
  static String of(String words, QuestionnaireCatalog questionnaires) {
    return words
        .replace("@REGISTERS@\n", sections(RegisterFile.ALL))
        .replace("@ROADMAP@\n", table(RegisterFile.ROADMAP))
        .replace("@TARGETS@\n", table(RegisterFile.TARGETS))
        .replace("@COMMENTS@\n", table(RegisterFile.COMMENTS))
        .replace("@CORRECTIONS@\n", table(RegisterFile.CORRECTIONS))
        .replace("@METRICS_RULES@\n", metricsRules())
        .replace("@ANSWER_COLUMNS@", codes(AnswerFile.COLUMNS))
        .replace("@VALUE_STATES@", codes(names(ValueState.values())))
        .replace("@QUESTIONS@\n", questions(questionnaires))
        .replace("@PRODUCTS@", codes(GatewayFormat.builtIn().keySet()))
        .replace("@FRONTS@", codes(Stream.of(Front.values()).map(Front::code).toList()))
        .replace("@FIELDS@", codes(Stream.of(AccessField.values()).map(AccessField::key).toList()))
        .replace("@API_TYPES@", codes(new TreeSet<>(Route.kinds(Front.API))))
        .replace("@WEB_KINDS@", codes(new TreeSet<>(Route.kinds(Front.WEB))));
  }

  /** What must hold between stated figures. */
  private static String metricsRules() {
    String file = "cdr-metrics.yaml";
    var text =
        new StringBuilder("| 規則 / rule | 扱い | 内容 / what must hold |%n|---|---|---|%n".formatted());
    for (var rule :
        YamlNode.parse(file, Definitions.read("definitions/rules", file).get(file))
            .nodes("between")) {
      text.append(
          "| `%s` | %s | %s / %s |%n"
              .formatted(
                  rule.text("id"),
                  rule.text("severity").equals("ERROR") ? "誤り / error" : "注意 / warning",
                  rule.text("ja"),
                  rule.text("en")));
    }
    return text.toString();
  }

  private static String sections(List<RegisterFile> files) {
    return files.stream()
        .map(
            file ->
                "### `%s` %s%n%n%s%n%n%s"
                    .formatted(
                        file.path(), file.table().label(), file.table().grain(), table(file)))
        .collect(Collectors.joining("\n"));
  }

  private static String table(RegisterFile file) {
    var text = new StringBuilder("```csv\n");
    text.append(String.join(",", file.columns().keySet())).append("\n```\n").append(COLUMNS_HEAD);
    file.columns()
        .forEach(
            (csv, column) -> {
              var definition = file.table().column(column);
              text.append(
                  "| `%s` | %s | %s | %s | %s |%n"
                      .formatted(
                          csv,
                          file.required().contains(csv) ? "必須" : "",
                          type(definition.type()),
                          definition.label(),
                          values(file, csv, definition)));
            });
    return text.toString();
  }

  private static String values(RegisterFile file, String csv, ColumnDefinition definition) {
    var known = file.codes().get(csv);
    return known == null ? definition.meaning().replace("|", "\\|") : codes(known);
  }

  private static String type(ColumnType type) {
    return switch (type) {
      case STRING -> "文字列";
      case BIGINT -> "0以上の整数";
      case DOUBLE -> "数値";
      case BOOLEAN -> "`yes` 又は `no`";
      case DATE -> "日付 `YYYY-MM-DD`";
      case TIMESTAMP -> "日時";
    };
  }

  private static String questions(QuestionnaireCatalog questionnaires) {
    return questionnaires.questionnaires().stream()
        .map(LandingDocument::questions)
        .collect(Collectors.joining("\n"));
  }

  private static String questions(Questionnaire questionnaire) {
    var text = new StringBuilder();
    text.append(
        "### `%s` 第%d版 %s%n%n| 設問 | 単位 | 型 | 設問文 | 値 / values |%n|---|---|---|---|---|%n"
            .formatted(questionnaire.id(), questionnaire.version(), questionnaire.titleJa()));
    for (var question : questionnaire.questions()) {
      text.append(
          "| `%s` | %s | %s | %s | %s |%n"
              .formatted(
                  question.id(),
                  askedBy(question),
                  type(question),
                  question.label(),
                  question.options().isEmpty() ? question.unit() : codes(question.codes())));
    }
    return text.toString();
  }

  private static String askedBy(Question question) {
    return switch (question.askedBy()) {
      case RESPONDENT -> "回答者";
      case PRODUCT_LINE -> "商品ライン";
      case COUNTERPARTY -> "区分・相手先";
    };
  }

  private static String type(Question question) {
    return switch (question.type()) {
      case CHOICE -> "一つ選択";
      case MULTI -> "複数選択";
      case INTEGER -> "整数";
      case DECIMAL -> "小数";
      case DATE -> "日付";
      case TEXT -> "文字列";
      case URL -> "URL";
      case YES_NO -> "`YES` 又は `NO`";
    };
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static String codes(Collection<String> codes) {
    return codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining(" "));
  }
}
