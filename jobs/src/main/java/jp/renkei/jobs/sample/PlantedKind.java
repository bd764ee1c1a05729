package jp.renkei.jobs.sample;

/** What the sample world plants on purpose; what each means for a reader of the landing folder. */
public enum PlantedKind {
  /** Respondents of a round's frame that sent nothing. */
  NON_RESPONSE,
  /** A second, newer submission of the same respondent; it replaces the first whole. */
  RESUBMISSION,
  /** A file named later whose submitted_at is older; the other file of the unit wins. */
  OLDER_SUBMISSION_NAMED_LATER,
  /** Submitted after due date and grace; taken, and marked late. */
  LATE_SUBMISSION,
  /** A newer submission with errors; the older accepted one stands. */
  REFUSED_OLDER_STANDS,
  /** A submission with errors and no older one; the respondent counts as silent. */
  REFUSED_NOTHING_STANDS,
  /** A file that is no workbook although its name says so. */
  UNREADABLE_FILE,
  /** A long CSV without its value_state column. */
  MISSING_COLUMN,
  /** A survey answered in the workbook that was handed out. */
  FORM,
  /** A form with answers that contradict each other; its correction stands. */
  FORM_WITH_ERROR,
  /** A form that replaces an earlier one, with the reason in its receipt. */
  CORRECTION,
  /** A form that the secretariat accepted on the respondent's behalf, with a note. */
  ON_BEHALF,
  /** A respondent's remark on a figure of its own (right of reply). */
  COMMENT,
  /** A foreign register whose ids all changed; count = brands, two of them with one name. */
  FOREIGN_REKEYING,
  /** Months without a snapshot of a foreign register; count = months. */
  FOREIGN_GAP_MONTHS,
  /** A card company that states figures in the shape of CDR Get Metrics v5; count = good files. */
  METRICS_ISSUER,
  /** Days that no file states; missing, not 0. */
  METRICS_GAP_DAYS,
  /** A file whose stages of abandonment do not add up on one day; taken, with a finding. */
  METRICS_CONTRADICTION,
  /** A day's share that this file, the newest with that day, states as no other does. */
  METRICS_RESTATED_DAY,
  /** A file with a share in per cent; refused whole. */
  METRICS_REFUSED,
  /** A submission of a respondent that no register row holds. */
  UNKNOWN_RESPONDENT,
  /** A value that is not of its question's type. */
  WRONG_TYPE,
  /** The same question answered twice in one submission. */
  DUPLICATE_KEY,
  /** A start date after the reference date. */
  DATE_OUT_OF_RANGE,
  /** A counterparty the register does not hold on the reference date; a finding, not an error. */
  UNKNOWN_COUNTERPARTY,
  /** A survey file in CP932 (Shift_JIS as Windows writes it). */
  ENCODING_CP932,
  /** A survey file in UTF-16 with a byte order mark. */
  ENCODING_UTF16,
  /** A survey file in UTF-8 with a byte order mark. */
  ENCODING_UTF8_BOM,
  /** Cells whose contract status the two sides state differently; both sides' files are good. */
  CONFLICTING_STATUS,
  /** Cells, SIGNED by both, whose account counts differ by more than the tolerance. */
  CONFLICTING_ACCOUNTS,
  /** A card company that merged into another; its id ends in the middle of the story. */
  MERGER,
  /** A card company with two register rows, before and after a change of name. */
  CHANGED_NAME,
  /** A frame row without cards_issued. */
  BLANK_CARDS_ISSUED,
  /** Production calls under a client id that no alias explains; count = lines, file = the feed. */
  CLIENT_WITHOUT_ALIAS,
  /** Days for which a feed has no line at all; count = days. */
  LOG_GAP_DAYS,
  /** A JSON line cut off in the middle. */
  LOG_TRUNCATED_JSON,
  /** A JSON line whose status is a word. */
  LOG_WRONG_TYPE,
  /** A JSON line without event_time. */
  LOG_MISSING_FIELD,
  /** A JSON line whose event_time is no time. */
  LOG_BAD_TIME,
  /** A line repeated within its file. */
  LOG_DUPLICATE_LINE,
  /** A test card number in the path of an otherwise good line. */
  LOG_CARD_NUMBER,
  /** A line of the combined format cut off inside the request. */
  LOG_TRUNCATED_COMBINED;

  /** Whether one count of this kind is one log line beyond the asked-for ones. */
  public boolean isExtraLogLine() {
    return name().startsWith("LOG_") && this != LOG_GAP_DAYS;
  }
}
