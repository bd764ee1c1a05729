package jp.renkei.surveys.form;

import org.apache.poi.ss.usermodel.HorizontalAlignment;

/**
 * How a cell looks. Colours say what a respondent does with it, and a text beside them says it too:
 * cream is filled in by everybody, green where it applies, white is optional, grey is not filled
 * in.
 */
enum Look {
  TITLE(Fill.NONE, Ink.DARK, 16, true, HorizontalAlignment.LEFT, "@"),
  /** A title in cells that it must not run out of. */
  WRAPPED_TITLE(Fill.NONE, Ink.DARK, 16, true, HorizontalAlignment.LEFT, "@"),
  HEADING(Fill.NONE, Ink.BLUE, 12, true, HorizontalAlignment.LEFT, "@"),
  TEXT(Fill.NONE, Ink.DARK, 10, false, HorizontalAlignment.LEFT, "@"),
  SMALL(Fill.NONE, Ink.GREY, 9, false, HorizontalAlignment.LEFT, "@"),
  /** One line that runs over the cells to its right. */
  LINE(Fill.NONE, Ink.DARK, 10, false, HorizontalAlignment.LEFT, "@"),
  SMALL_LINE(Fill.NONE, Ink.GREY, 9, false, HorizontalAlignment.LEFT, "@"),
  LINK(Fill.NONE, Ink.LINK, 10, false, HorizontalAlignment.LEFT, "@"),
  LINKED_CELL(Fill.LABEL, Ink.LINK, 10, false, HorizontalAlignment.LEFT, "@"),
  HEAD(Fill.HEAD, Ink.DARK, 10, true, HorizontalAlignment.CENTER, "@"),
  GROUP_HEAD(Fill.HEAD, Ink.DARK, 10, true, HorizontalAlignment.LEFT, "@"),
  LABEL(Fill.LABEL, Ink.DARK, 10, false, HorizontalAlignment.LEFT, "@"),
  CODE(Fill.LABEL, Ink.DARK, 10, false, HorizontalAlignment.CENTER, "@"),
  FIXED(Fill.LABEL, Ink.DARK, 10, false, HorizontalAlignment.LEFT, "@"),
  LAST(Fill.LABEL, Ink.GREY, 9, false, HorizontalAlignment.LEFT, "@"),
  /** No answer is expected here. */
  BLOCKED(Fill.BLOCKED, Ink.GREY, 9, false, HorizontalAlignment.LEFT, "@"),

  TEXT_ANSWER(Fill.ASKED, Ink.DARK, 10, false, HorizontalAlignment.LEFT, "@"),
  CHOICE_ANSWER(Fill.ASKED, Ink.DARK, 10, false, HorizontalAlignment.LEFT, "@"),
  MARK_ANSWER(Fill.ASKED, Ink.DARK, 10, false, HorizontalAlignment.CENTER, "@"),
  WHOLE_ANSWER(Fill.ASKED, Ink.DARK, 10, false, HorizontalAlignment.RIGHT, "#,##0"),
  YEAR_ANSWER(Fill.ASKED, Ink.DARK, 10, false, HorizontalAlignment.RIGHT, "0"),
  /** Without a format, so that a program keeps the sign of a figure typed with per cent. */
  DECIMAL_ANSWER(Fill.ASKED, Ink.DARK, 10, false, HorizontalAlignment.RIGHT, "General"),
  DATE_ANSWER(Fill.ASKED, Ink.DARK, 10, false, HorizontalAlignment.RIGHT, "yyyy/mm/dd"),

  TEXT_IF(Fill.CONDITIONAL, Ink.DARK, 10, false, HorizontalAlignment.LEFT, "@"),
  CHOICE_IF(Fill.CONDITIONAL, Ink.DARK, 10, false, HorizontalAlignment.LEFT, "@"),
  MARK_IF(Fill.CONDITIONAL, Ink.DARK, 10, false, HorizontalAlignment.CENTER, "@"),
  WHOLE_IF(Fill.CONDITIONAL, Ink.DARK, 10, false, HorizontalAlignment.RIGHT, "#,##0"),
  YEAR_IF(Fill.CONDITIONAL, Ink.DARK, 10, false, HorizontalAlignment.RIGHT, "0"),
  DECIMAL_IF(Fill.CONDITIONAL, Ink.DARK, 10, false, HorizontalAlignment.RIGHT, "General"),
  DATE_IF(Fill.CONDITIONAL, Ink.DARK, 10, false, HorizontalAlignment.RIGHT, "yyyy/mm/dd"),

  STATE(Fill.OPEN, Ink.DARK, 10, false, HorizontalAlignment.LEFT, "@"),
  WORDS(Fill.OPEN, Ink.DARK, 10, false, HorizontalAlignment.LEFT, "@"),
  OPTIONAL_DATE(Fill.OPEN, Ink.DARK, 10, false, HorizontalAlignment.LEFT, "yyyy/mm/dd");

  /** What lies behind the text, as RGB. */
  enum Fill {
    NONE(""),
    HEAD("D6E4F5"),
    LABEL("F7F8FA"),
    BLOCKED("E3E5E8"),
    ASKED("FFF6D6"),
    CONDITIONAL("E4F3E1"),
    OPEN("FFFFFF"),
    ERROR("F8C9C4"),
    WARNING("FFD9A0"),
    NOTICE("CFE3FB");

    private final String rgb;

    Fill(String rgb) {
      this.rgb = rgb;
    }

    String rgb() {
      return rgb;
    }

    boolean isOpen() {
      return this == ASKED || this == CONDITIONAL || this == OPEN;
    }
  }

  /** The colour of the text, as RGB. */
  enum Ink {
    DARK("1A1A1C"),
    GREY("595959"),
    BLUE("0B3C7D"),
    LINK("0017C1");

    private final String rgb;

    Ink(String rgb) {
      this.rgb = rgb;
    }

    String rgb() {
      return rgb;
    }
  }

  private final Fill fill;
  private final Ink ink;
  private final int points;
  private final boolean isBold;
  private final HorizontalAlignment alignment;
  private final String format;

  Look(
      Fill fill,
      Ink ink,
      int points,
      boolean isBold,
      HorizontalAlignment alignment,
      String format) {
    this.fill = fill;
    this.ink = ink;
    this.points = points;
    this.isBold = isBold;
    this.alignment = alignment;
    this.format = format;
  }

  Fill fill() {
    return fill;
  }

  Ink ink() {
    return ink;
  }

  int points() {
    return points;
  }

  boolean isBold() {
    return isBold;
  }

  HorizontalAlignment alignment() {
    return alignment;
  }

  String format() {
    return format;
  }
}
