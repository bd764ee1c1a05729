package jp.renkei.jobs.delta;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.schema.PrimitiveType;

/**
 * A column of texts: as numbers of a dictionary while that stays small, then as they are. Every row
 * group of the file gets the dictionary as it then stands.
 */
final class TextColumn extends ParquetColumn {
  private static final int LARGEST_DICTIONARY_BYTES = 4 << 20;

  private final TextDictionary dictionary = new TextDictionary();
  private final LittleEndianBytes plain = new LittleEndianBytes();
  private final int[] ids;
  private int idCount;
  private int pageLookUps;
  private boolean isPlain;
  private boolean hasDictionaryPages;

  private String last;
  private int lastId;

  /**
   * A new column.
   *
   * @param isDistinct its values hardly ever come twice, so that a dictionary would save nothing
   */
  TextColumn(PrimitiveType type, ColumnRange range, boolean isDistinct) {
    super(type, range);
    this.isPlain = isDistinct;
    this.ids = new int[isDistinct ? 0 : PAGE_ROWS];
  }

  @Override
  void addValue(Object value) throws IOException {
    if (!isPlain && value instanceof DictionaryText repeated && repeated.idIn(this) >= 0) {
      ids[idCount++] = repeated.idIn(this);
      return;
    }
    String text = value instanceof DictionaryText repeated ? repeated.toString() : (String) value;
    if (!isPlain && dictionary.bytes().size() > LARGEST_DICTIONARY_BYTES) {
      endPage();
      isPlain = true;
    }
    if (isPlain) {
      range().add(text);
      plain.putText(text.getBytes(StandardCharsets.UTF_8));
      return;
    }
    // Whoever writes one text into many rows hands in one object.
    if (text != last) {
      int known = dictionary.size();
      lastId = dictionary.idOf(text);
      last = text;
      if (lastId == known) {
        range().add(text);
      }
    }
    if (value instanceof DictionaryText repeated) {
      repeated.setId(this, lastId);
    } else {
      pageLookUps++;
    }
    ids[idCount++] = lastId;
  }

  @Override
  long pageBytes() {
    return plain.size();
  }

  @Override
  BytesInput pageValues() throws IOException {
    if (isPlain) {
      return plain.input();
    }
    hasDictionaryPages = true;
    int width = BytesUtils.getWidthFromMaxInt(dictionary.size() - 1);
    if (width == 0) {
      // One run of the one text, as the encoder would write it.
      return BytesInput.concat(
          BytesInput.from(new byte[] {0}), BytesInput.fromUnsignedVarInt(idCount << 1));
    }
    var encoder =
        new RunLengthBitPackingHybridEncoder(
            width, PAGE_ROWS, PAGE_BYTES, HeapByteBufferAllocator.getInstance());
    for (int index = 0; index < idCount; index++) {
      encoder.writeInt(ids[index]);
    }
    return BytesInput.concat(BytesInput.from(new byte[] {(byte) width}), encoder.toBytes());
  }

  @Override
  Encoding encoding() {
    return isPlain ? Encoding.PLAIN : Encoding.PLAIN_DICTIONARY;
  }

  @Override
  void resetPage() {
    // A full page of texts that were looked up, of which most came once: there will be no fewer.
    isPlain |= pageLookUps == PAGE_ROWS && dictionary.size() > PAGE_ROWS / 2;
    pageLookUps = 0;
    idCount = 0;
    plain.clear();
  }

  @Override
  void end() throws IOException {
    super.end();
    if (hasDictionaryPages) {
      pages().writeDictionaryPage(dictionary.page());
      hasDictionaryPages = false;
    }
  }
}
