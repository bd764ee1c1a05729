package jp.renkei.surveys.form;

import jp.renkei.surveys.Question;

/**
 * The names that a form gives to its cells, so that it can be read without their addresses. In a
 * matrix a name stands for a column, from the first row to the last.
 */
final class FormNames {
  /** The sheets that a respondent does not see. */
  static final String RECORD_SHEET = "_form";

  static final String LIST_SHEET = "_lists";

  /** What this layout is called; another one gets another name, and both stay readable. */
  static final String KIND = "renkei-form/1";

  static final String FORM_KIND = "form_kind";
  static final String QUESTIONNAIRE = "form_questionnaire";
  static final String VERSION = "form_version";
  static final String ROUND = "form_round";
  static final String REFERENCE_DATE = "form_reference_date";
  static final String RESPONDENT = "form_respondent";
  static final String RESPONDENT_NAME = "form_respondent_name";
  static final String CORPORATE_NUMBER = "form_corporate_number";
  static final String LAYOUT_HASH = "form_layout_hash";
  static final String AREAS = "form_areas";
  static final String LABELS = "form_labels";

  static final String SHOWN_RESPONDENT = "identity_respondent";
  static final String SHOWN_NAME = "identity_name";
  static final String SHOWN_CORPORATE_NUMBER = "identity_corporate_number";
  static final String SUBMITTED_ON = "cover_submitted_on";
  static final String CORRECTION_REASON = "cover_correction_reason";

  static final String STATES = "list_states";
  static final String MARK = "list_mark";

  private static final String KEY = "key_";

  private FormNames() {}

  static String answer(Question question) {
    return "answer_" + question.id();
  }

  /** One option of a multi question. */
  static String answer(Question question, String code) {
    return "answer_" + question.id() + "_" + code;
  }

  static String state(Question question) {
    return "state_" + question.id();
  }

  /** Free text, or the reason that a warning asks for. */
  static String words(Question question) {
    return "words_" + question.id();
  }

  /** The hidden column of a matrix that says what each row is about. */
  static String key(String section) {
    return KEY + section;
  }

  static boolean isKey(String name) {
    return name.startsWith(KEY);
  }

  static String list(Question question) {
    return "list_" + question.id();
  }
}
