package jp.renkei.reports.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.warehouse.release.Release;

/** Says an explanation in whole sentences, as an official would read it aloud. */
final class Sentences {
  private static final int MOST_NAMES = 15;

  private final ExplainWords words;
  private final Release release;
  private final KpiDefinition definition;
  private final KpiFigure figure;

  Sentences(ExplainWords words, Release release, KpiDefinition definition, KpiFigure figure) {
    this.words = words;
    this.release = release;
    this.definition = definition;
    this.figure = figure;
  }

  /** What the figure is, its value, its bounds and how it is defined. */
  List<String> figure() {
    var sentences = new ArrayList<String>();
    String title = definition.title(words.isJapanese());
    String what = entity() + slice();
    sentences.add(
        figure.value().isPresent()
            ? words.of(
                "%sの「%s」（%s）は、%sです。".formatted(when(), title, what, value(figure.value())),
                "%s: %s (%s) is %s.".formatted(when(), title, what, value(figure.value())))
            : words.of(
                "%sの「%s」（%s）には、値がありません（%s）。"
                    .formatted(when(), title, what, words.code("value_state", figure.valueState())),
                "%s: %s (%s) has no value (%s)."
                    .formatted(
                        when(), title, what, words.code("value_state", figure.valueState()))));
    if (figure.numerator().isPresent() && figure.denominator().isPresent()) {
      sentences.add(
          words.of(
              "分子は%s、分母は%sです。".formatted(count(figure.numerator()), count(figure.denominator())),
              "The numerator is %s, the denominator %s."
                  .formatted(count(figure.numerator()), count(figure.denominator()))));
    }
    if (isQuantile()) {
      sentences.add(quantile());
    } else if (figure.low().isPresent() || figure.high().isPresent()) {
      sentences.add(
          words.of(
              "無回答などを考えた下限は%s、上限は%sです。".formatted(value(figure.low()), value(figure.high())),
              "With what was not answered, the lower bound is %s and the upper bound %s."
                  .formatted(value(figure.low()), value(figure.high()))));
    }
    sentences.add(
        words.of(
            "定義は「%s」です（定義の版%d）。計算式は「%s」、出典は%sです。"
                .formatted(
                    definition.definitionJa(),
                    definition.version(),
                    definition.formula(),
                    definition.source()),
            "Definition (version %d): %s. Formula: %s. Source: %s."
                .formatted(
                    definition.version(),
                    definition.definitionEn(),
                    definition.formula(),
                    definition.source())));
    sentences.add(new ReleaseSentence(words, release, figure).text());
    return sentences;
  }

  /** Of a quantile the bounds are the edges of the bucket that it was read from. */
  private boolean isQuantile() {
    return figure.numerator().isEmpty()
        && figure.denominator().isPresent()
        && figure.low().isPresent();
  }

  private String quantile() {
    String counted = count(figure.denominator());
    String low = value(figure.low());
    return figure.high().isPresent()
        ? words.of(
            "%s件を階級別に数えた度数分布から読んだ値で、真の値は%sを超え、%s以下です。"
                .formatted(counted, low, value(figure.high())),
            "It is read from a histogram of %s; the true value lies above %s and at or under %s."
                .formatted(counted, low, value(figure.high())))
        : words.of(
            "%s件を階級別に数えた度数分布では、真の値が%sを超えることだけが分かります。".formatted(counted, low),
            "The histogram of %s tells only that the true value lies above %s."
                .formatted(counted, low));
  }

  /** That the history of others is part of the figure. */
  String byTodaysIssuers(List<String> predecessors) {
    String names =
        predecessors.stream().map(words::spoken).collect(Collectors.joining(words.of("、", ", ")));
    return words.of(
        "今日のカード会社による数値で、承継した%sの分を含みます。".formatted(names),
        "It is told by today's issuer and includes what it took over: %s.".formatted(names));
  }

  /** Who stands in the numerator, who in the denominator alone, who only in the bounds. */
  List<String> rows(CountedParts parts) {
    var sentences = new ArrayList<String>();
    for (var role : CountedParts.counted()) {
      var entities = parts.entities(part -> part.role() == role);
      long ofNobody = parts.of(role).stream().filter(part -> part.entity().isEmpty()).count();
      if (!entities.isEmpty()) {
        String names =
            names(entities, parts.of(role), ownIssuers(parts))
                + (ofNobody == 0
                    ? ""
                    : words.of(
                        "と、個々の会社によらない" + ofNobody + "行",
                        " and " + ofNobody + " rows of no single company"));
        sentences.add(
            words.of(
                "%sのは、%sです。".formatted(words.role(role), names),
                "%s: %s.".formatted(words.role(role), names)));
      }
    }
    if (PartSql.lacksMonths(figure)) {
      sentences.add(
          words.of(
              "この期間のすべての月の記録がそろっていないため、何も数えていません。",
              "Nothing was counted, since the records of some of the period's months are missing."));
    } else if (parts.of(CountedPart.Role.NUMERATOR).isEmpty()
        && parts.of(CountedPart.Role.DENOMINATOR).isEmpty()) {
      sentences.add(words.of("数えた行はありません。", "No row was counted."));
    }
    return sentences;
  }

  /** A pair is told by its other side where the figure is one side's own. */
  private String names(
      List<String> pairsOrCompanies, List<CountedPart> parts, List<String> ownIssuers) {
    var entities =
        pairsOrCompanies.stream().map(one -> otherSide(one, ownIssuers)).distinct().toList();
    String some =
        entities.stream()
            .limit(MOST_NAMES)
            .map(words::spoken)
            .collect(Collectors.joining(words.of("、", ", ")));
    String unit =
        entities.get(0).contains("×") ? words.of("組", " pairs") : words.of("社", " companies");
    String ofRows = rows(parts, entities.size());
    return entities.size() <= MOST_NAMES
        ? words.of(
            some + "の" + entities.size() + unit + ofRows,
            some + " (" + entities.size() + unit + ofRows + ")")
        : words.of(
            some + "など" + entities.size() + unit + ofRows,
            some + " and others (" + entities.size() + unit + ofRows + ")");
  }

  /** How many rows of companies there are, where that is not their number. */
  private String rows(List<CountedPart> parts, int entities) {
    var rows = parts.stream().filter(part -> !part.entity().isEmpty()).toList();
    if (rows.size() == entities) {
      return "";
    }
    boolean isBySegment = rows.stream().anyMatch(part -> part.segment().isPresent());
    return words.of(
        "（%s%d行）".formatted(isBySegment ? "個人・法人別に" : "", rows.size()),
        ", %d rows%s".formatted(rows.size(), isBySegment ? " by segment" : ""));
  }

  private String otherSide(String entity, List<String> ownIssuers) {
    if (figure.level().equals("PAIR")) {
      return entity;
    }
    String other = entity;
    for (String issuer : ownIssuers) {
      other = other.replace(issuer + "×", "");
    }
    return figure.agentId().isPresent() ? other.replace("×" + figure.agentId().get(), "") : other;
  }

  /** The issuer of the figure; told by today's issuer, all that it took over too. */
  private List<String> ownIssuers(CountedParts parts) {
    return figure.isByTodaysIssuers() ? parts.issuers() : figure.issuerId().stream().toList();
  }

  /** How much stands behind it. */
  List<String> sources(List<EvidenceTable> tables) {
    var said = new ArrayList<String>();
    for (var table : tables) {
      String rows = KpiFormat.count(table.rows().size());
      switch (table.id()) {
        case "answers" -> said.add(words.of("回答" + rows + "件", rows + " answers"));
        case "log_files" ->
            said.add(words.of("ログの日別の記録" + rows + "件", rows + " days of log files"));
        case "summaries" ->
            said.add(words.of("カード会社集計" + rows + "件", rows + " issuers' summaries"));
        case "stated" -> said.add(words.of("申告値" + rows + "件", rows + " stated values"));
        case "milestones" ->
            said.add(words.of("工程表の表明" + rows + "件", rows + " statements of the roadmap"));
        case "submissions" -> said.add(words.of("提出物" + rows + "件", rows + " submissions"));
        default -> {
          // The counted rows were told by their companies.
        }
      }
    }
    return said.isEmpty()
        ? List.of()
        : List.of(
            words.of(
                "根拠は、" + String.join("、", said) + "です。",
                "Behind it stand " + String.join(", ", said) + "."));
  }

  /** That some answers are not as they were sent. */
  String corrected(long answers) {
    return words.of(
        "このうち%d件の回答は、提出された値ではなく、事務局が訂正した値です。".formatted(answers),
        "Of these, %d answers are not as they were sent, but as the secretariat corrected them."
            .formatted(answers));
  }

  /** Why nothing more is said. */
  String withoutEvidence(boolean isForAudience) {
    return isForAudience
        ? words.of(
            "この定義の版の計算式は、今のプログラムにないため、数えた行まではたどれません。",
            "This program does not hold that version of the definition, so that the rows cannot be counted again.")
        : words.of(
            "個々の回答とログは、公表の対象ではないため示しません。",
            "The single answers and logs are not published and not shown.");
  }

  private String when() {
    String period =
        words.isJapanese()
            ? PeriodText.period(figure.periodType(), figure.periodStart(), figure.periodEnd())
            : FigureChoice.period(figure.periodType(), figure.periodStart());
    return figure.isPoint() ? words.of(period + "時点", period) : period;
  }

  private String entity() {
    String ids =
        figure.issuerId().orElse("")
            + (figure.level().equals("PAIR") ? "×" : "")
            + figure.agentId().orElse("");
    return ids.isEmpty() ? words.code("entity_level", "ALL") : words.spoken(ids);
  }

  private String slice() {
    return figure
        .slice()
        .map(
            name ->
                words.of("、", ", ")
                    + words.code("slice", name)
                    + words.of("：", ": ")
                    + words.code(name, figure.sliceValue().orElse("")))
        .orElse("");
  }

  private String value(OptionalDouble value) {
    if (value.isEmpty()) {
      return words.of("不明", "unknown");
    }
    String text = KpiFormat.text(value, definition.unit());
    return words.isJapanese() || KpiFormat.isRatio(definition.unit())
        ? text
        : text.substring(0, text.length() - CodeLabels.unitSuffix(definition.unit()).length())
            + " "
            + definition.unit();
  }

  private static String count(OptionalLong count) {
    return KpiFormat.count(count.getAsLong());
  }
}
