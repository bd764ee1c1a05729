package jp.renkei.surveys.workbook;

/**
 * How much of a stranger's workbook is read. The largest form that we hand out (20 sheets, 120
 * counterparties by 60 columns each) has about half of the filled cells, and far less of the rest.
 * Together they keep one reading below 256 MB of memory and ten seconds, whatever the file says of
 * itself.
 */
final class WorkbookLimits {
  private static final long MEGABYTE = 1024 * 1024;

  /** A form with a few screenshots pasted in has 2 MB or 3. */
  static final long LARGEST_FILE = 20 * MEGABYTE;

  /** Excel writes about ten parts, and one or two a sheet; pictures are parts too. */
  static final int MOST_PARTS = 2_000;

  /**
   * One inflated part: the XML parser may hold one of its texts whole, and twice while it grows.
   */
  static final long LARGEST_PART = 16 * MEGABYTE;

  /** All inflated parts together. */
  static final long LARGEST_CONTENT = 64 * MEGABYTE;

  /** Parts that the library holds as trees (content types, relationships, properties), together. */
  static final long LARGEST_INDEX = 4 * MEGABYTE;

  /** From here on a part must not shrink beyond what sheets do: they shrink 10 to 100 times. */
  static final long RATIO_MATTERS_FROM = MEGABYTE;

  static final long HIGHEST_RATIO = 200;

  /** No part of a workbook nests deeper than about twenty elements. */
  static final int DEEPEST_ELEMENT = 100;

  static final int MOST_SHEETS = 200;

  /** Three times what Excel's own users manage; our forms have one for each list and table. */
  static final int MOST_NAMES = 50_000;

  /** Rows and cells as they are present in all sheets, blank ones counted. */
  static final int MOST_ROWS = 200_000;

  static final int MOST_CELLS = 1_000_000;

  /** Cells that are not blank: these are kept. */
  static final int MOST_FILLED_CELLS = 250_000;

  /** What Excel takes in one cell. */
  static final int LONGEST_TEXT = 32_767;

  /** Excel's own. */
  static final int LONGEST_FORMULA = 8_192;

  private WorkbookLimits() {}

  static long megabytes(long bytes) {
    return bytes / MEGABYTE;
  }
}
