package jp.renkei.jobs.delta;

import java.nio.charset.StandardCharsets;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;

/** The different texts of a column, numbered from 0 in the order of their coming. */
final class TextDictionary {
  private final LittleEndianBytes bytes = new LittleEndianBytes();
  private String[] texts = new String[1 << 8];
  private int[] ids = new int[texts.length];
  private int size;

  /** The number of a text; one that is new gets the next. */
  int idOf(String text) {
    int mask = texts.length - 1;
    int slot = slot(text, mask);
    while (texts[slot] != null) {
      if (texts[slot].equals(text)) {
        return ids[slot];
      }
      slot = slot + 1 & mask;
    }
    texts[slot] = text;
    ids[slot] = size;
    bytes.putText(text.getBytes(StandardCharsets.UTF_8));
    if (++size * 2 > texts.length) {
      grow();
    }
    return size - 1;
  }

  private static int slot(String text, int mask) {
    int hash = text.hashCode() * 0x9E3779B9;
    return hash >>> 12 & mask;
  }

  private void grow() {
    var oldTexts = texts;
    var oldIds = ids;
    texts = new String[oldTexts.length * 2];
    ids = new int[texts.length];
    int mask = texts.length - 1;
    for (int index = 0; index < oldTexts.length; index++) {
      if (oldTexts[index] != null) {
        int slot = slot(oldTexts[index], mask);
        while (texts[slot] != null) {
          slot = slot + 1 & mask;
        }
        texts[slot] = oldTexts[index];
        ids[slot] = oldIds[index];
      }
    }
  }

  int size() {
    return size;
  }

  /** All texts in PLAIN encoding. */
  LittleEndianBytes bytes() {
    return bytes;
  }

  DictionaryPage page() {
    return new DictionaryPage(bytes.input(), size, Encoding.PLAIN_DICTIONARY);
  }
}
