package jp.renkei.jobs.delta;

import jp.renkei.warehouse.table.ColumnType;
import jp.renkei.warehouse.table.TableDefinition;

/**
 * The values of some rows column by column, in the order of the table's columns, for tables of many
 * rows: a column takes its values in one small loop, and numbers need no objects. Filled again for
 * every batch. For one thread.
 */
public final class RowBatch {
  /** In a column of whole numbers, days or moments: null. */
  public static final long NO_NUMBER = Long.MIN_VALUE;

  /** In a column of numbers with decimals, which hold no other of its kind: null. */
  public static final double NO_DECIMAL = Double.NaN;

  /** Among the numbers of numbered texts: null. */
  public static final int NO_TEXT = -1;

  private final ColumnType[] types;
  private final Object[][] values;
  private final long[][] wholeNumbers;
  private final double[][] decimals;
  private final NumberedTexts[] numberedTexts;
  private final int[][] numbers;
  private int size;

  /** A batch of so many rows of a table at most. */
  public RowBatch(TableDefinition table, int most) {
    int count = table.columns().size();
    types = new ColumnType[count];
    values = new Object[count][];
    wholeNumbers = new long[count][];
    decimals = new double[count][];
    numberedTexts = new NumberedTexts[count];
    numbers = new int[count][];
    for (int column = 0; column < count; column++) {
      types[column] = table.columns().get(column).type();
      switch (types[column]) {
        case STRING, BOOLEAN -> values[column] = new Object[most];
        case BIGINT, TIMESTAMP, DATE -> wholeNumbers[column] = new long[most];
        case DOUBLE -> decimals[column] = new double[most];
      }
    }
  }

  /** Holds so many rows from now on. */
  public void resize(int rows) {
    size = rows;
  }

  public int size() {
    return size;
  }

  int columns() {
    return types.length;
  }

  /** The places for the values of a column of texts or truths. */
  public Object[] values(int column) {
    return values[column];
  }

  /** Those of a column of whole numbers, days since 1970 or microseconds since 1970 in UTC. */
  public long[] wholeNumbers(int column) {
    return wholeNumbers[column];
  }

  /** Those of a column of numbers with decimals. */
  public double[] decimals(int column) {
    return decimals[column];
  }

  /** Has a column of texts hold numbered ones; the numbers are read, not kept. */
  public void number(int column, NumberedTexts texts, int[] textNumbers) {
    numberedTexts[column] = texts;
    numbers[column] = textNumbers;
  }

  /** The texts that a column's numbers stand for; null for one that holds texts themselves. */
  NumberedTexts numberedTexts(int column) {
    return numberedTexts[column];
  }

  int[] numbers(int column) {
    return numbers[column];
  }

  int nulls(int column) {
    return numbers[column] != null
        ? count(numbers[column])
        : values[column] != null
            ? count(values[column])
            : wholeNumbers[column] != null ? count(wholeNumbers[column]) : count(decimals[column]);
  }

  private int count(int[] ofTexts) {
    int nulls = 0;
    for (int row = 0; row < size; row++) {
      nulls += ofTexts[row] == NO_TEXT ? 1 : 0;
    }
    return nulls;
  }

  private int count(Object[] objects) {
    int nulls = 0;
    for (int row = 0; row < size; row++) {
      nulls += objects[row] == null ? 1 : 0;
    }
    return nulls;
  }

  private int count(long[] wholes) {
    int nulls = 0;
    for (int row = 0; row < size; row++) {
      nulls += wholes[row] == NO_NUMBER ? 1 : 0;
    }
    return nulls;
  }

  private int count(double[] doubles) {
    int nulls = 0;
    for (int row = 0; row < size; row++) {
      nulls += Double.isNaN(doubles[row]) ? 1 : 0;
    }
    return nulls;
  }

  boolean isNull(int column, int row) {
    if (numbers[column] != null) {
      return numbers[column][row] == NO_TEXT;
    }
    if (values[column] != null) {
      return values[column][row] == null;
    }
    return wholeNumbers[column] != null
        ? wholeNumbers[column][row] == NO_NUMBER
        : Double.isNaN(decimals[column][row]);
  }

  /** One value as {@link TableParquetFile#write(Object...)} takes it. */
  public Object value(int column, int row) {
    if (isNull(column, row)) {
      return null;
    }
    if (numbers[column] != null) {
      return numberedTexts[column].at(numbers[column][row]);
    }
    return switch (types[column]) {
      case STRING, BOOLEAN -> values[column][row];
      case BIGINT, TIMESTAMP -> wholeNumbers[column][row];
      case DATE -> (int) wholeNumbers[column][row];
      case DOUBLE -> decimals[column][row];
    };
  }
}
