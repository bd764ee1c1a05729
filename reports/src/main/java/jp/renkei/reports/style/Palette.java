package jp.renkei.reports.style;

import java.util.List;

/**
 * The colours and type sizes of everything we show, as values of the デジタル庁デザインシステム tokens. Pages
 * take them from here too, so that a chart on a page and in a workbook look the same.
 */
public final class Palette {
  /** Token {@code blue-900}: headings' bars, links. */
  public static final String KEY = "#0017C1";

  /** Token {@code blue-50}: quiet background of table heads. */
  public static final String KEY_TINT = "#E8F1FE";

  /** Token {@code solid-gray-900}. */
  public static final String TEXT = "#1A1A1A";

  /** Token {@code solid-gray-600}: sources, dates, notes; 5.7:1 on white. */
  public static final String TEXT_QUIET = "#666666";

  /** Token {@code solid-gray-200}. */
  public static final String LINE = "#CCCCCC";

  /** Token {@code solid-gray-100}: cells without a value, grid lines. */
  public static final String LINE_QUIET = "#E6E6E6";

  public static final String BACKGROUND = "#FFFFFF";

  /** Token {@code solid-gray-536}: bounds, which are drawn dashed. */
  public static final String BOUND = "#767676";

  /** Token {@code red-900}: 案 and 架空データ. */
  public static final String ALERT = "#CE0000";

  /** Token {@code green-800}. */
  public static final String SUCCESS = "#197A4B";

  /** Token {@code orange-800}. */
  public static final String WARNING = "#C74700";

  /**
   * Series colours in the order of use: blue-900, orange-500, cyan-600, yellow-500, solid-gray-536,
   * green-1000. Neighbours differ in lightness, so that they stay apart for colour-blind readers
   * and in a black-and-white print.
   */
  private static final List<String> SERIES =
      List.of("#0017C1", "#FF7628", "#00A3BF", "#EBB700", "#767676", "#0C472A");

  /** Font families for pages and SVG, the design system's first. */
  public static final String FONT_FAMILY =
      "'Noto Sans JP', 'Noto Sans CJK JP', 'Yu Gothic', 'Hiragino Sans', sans-serif";

  /** The font of workbooks; present in every Windows and Office for Mac since 2016. */
  public static final String WORKBOOK_FONT = "游ゴシック";

  /** Type sizes in CSS pixels: tokens {@code font-size-20}, {@code -16} and {@code -14}. */
  public static final int TITLE_SIZE = 20;

  public static final int TEXT_SIZE = 16;
  public static final int NOTE_SIZE = 14;

  private Palette() {}

  /** The colour of a series, from 0; starts over after the sixth. */
  public static String series(int index) {
    return SERIES.get(Math.floorMod(index, SERIES.size()));
  }

  public static List<String> allSeries() {
    return SERIES;
  }

  /** A colour of this class as the number 0xRRGGBB. */
  public static int rgb(String colour) {
    return Integer.parseInt(colour.substring(1), 16);
  }
}
