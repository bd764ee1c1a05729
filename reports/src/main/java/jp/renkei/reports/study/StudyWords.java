package jp.renkei.reports.study;

import java.time.LocalDate;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.PeriodText;

/**
 * The words of the tables in the language of their reader. The workbook of the study group is
 * Japanese, pages have both. What questionnaires ask and offer stands in Japanese in either, since
 * respondents were asked in Japanese.
 */
public enum StudyWords {
  JAPANESE,
  ENGLISH;

  String of(String japanese, String english) {
    return this == JAPANESE ? japanese : english;
  }

  String code(String list, String code) {
    return this == JAPANESE ? CodeLabels.japanese(list, code) : CodeLabels.english(list, code);
  }

  String date(LocalDate day) {
    return this == JAPANESE ? PeriodText.date(day) : day.toString();
  }

  /** Names in brackets behind another text. */
  String inBrackets(String text) {
    return this == JAPANESE ? "（" + text + "）" : " (" + text + ")";
  }

  String issuerSurvey(String questions) {
    return of("調査票A（カード会社）", "Questionnaire A (card issuers) ") + questions;
  }

  String agentSurvey(String questions) {
    return of("調査票B（電代業者）", "Questionnaire B (agents) ") + questions;
  }
}
