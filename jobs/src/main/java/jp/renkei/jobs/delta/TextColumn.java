package jp.renkei.jobs.delta;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

  /** Those of the page; the first ones stand there only once a second id came. */
  private int idCount;

  private int onlyId;
  private boolean isMixed;
  private int pageLookUps;
  private boolean isPlain;
  private boolean hasDictionaryPages;

  private String last;
  private int lastId;

  private NumberedTexts numbered;

  /** The ids of numbered texts, plus one; 0 of those that the column has not met. */
  private int[] idsByNumber = {};

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
  void addValue(Object value) {
    if (value instanceof NumberedTexts texts) {
      addNumbered(texts);
    } else {
      pageLookUps++;
      addText((String) value);
    }
  }

  @Override
  void prepare() throws IOException {
    if (!isPlain && dictionary.bytes().size() > LARGEST_DICTIONARY_BYTES) {
      endPage();
      isPlain = true;
    }
  }

  @Override
  void addValues(RowBatch batch, int column) {
    int count = batch.size();
    var texts = batch.numberedTexts(column);
    if (texts != null) {
      int[] numbers = batch.numbers(column);
      for (int row = 0; row < count; row++) {
        if (numbers[row] != RowBatch.NO_TEXT) {
          addNumbered(texts.at(numbers[row]));
        }
      }
      return;
    }
    Object[] values = batch.values(column);
    for (int row = 0; row < count; row++) {
      if (values[row] != null) {
        pageLookUps++;
        addText((String) values[row]);
      }
    }
  }

  private void addNumbered(NumberedTexts texts) {
    if (isPlain) {
      addText(texts.toString());
      return;
    }
    if (texts != numbered || texts.number() >= idsByNumber.length) {
      idsByNumber = Arrays.copyOf(texts == numbered ? idsByNumber : new int[0], texts.size() * 2);
      numbered = texts;
    }
    if (idsByNumber[texts.number()] == 0) {
      addText(texts.toString());
      idsByNumber[texts.number()] = lastId + 1;
    } else {
      addId(idsByNumber[texts.number()] - 1);
    }
  }

  private void addText(String text) {
    if (isPlain) {
      range().add(text);
      plain.putText(text.getBytes(StandardCharsets.UTF_8));
      pageBytes = plain.size();
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
    addId(lastId);
  }

  private void addId(int id) {
    if (!isMixed) {
      if (idCount == 0) {
        onlyId = id;
      }
      if (id == onlyId) {
        idCount++;
        return;
      }
      Arrays.fill(ids, 0, idCount, onlyId);
      isMixed = true;
    }
    ids[idCount++] = id;
  }

  @Override
  BytesInput pageValues() throws IOException {
    if (isPlain) {
      return plain.input();
    }
    hasDictionaryPages = true;
    int width = BytesUtils.getWidthFromMaxInt(dictionary.size() - 1);
    if (!isMixed) {
      return BytesInput.concat(
          BytesInput.from(new byte[] {(byte) width}),
          BytesInput.fromUnsignedVarInt(idCount << 1),
          only(width));
    }
    var encoder =
        new RunLengthBitPackingHybridEncoder(
            width, PAGE_ROWS, PAGE_BYTES, HeapByteBufferAllocator.getInstance());
    for (int index = 0; index < idCount; index++) {
      encoder.writeInt(ids[index]);
    }
    return BytesInput.concat(BytesInput.from(new byte[] {(byte) width}), encoder.toBytes());
  }

  /** The id of the page's one run, as the encoder would write it. */
  private BytesInput only(int width) throws IOException {
    var id = new ByteArrayOutputStream();
    BytesUtils.writeIntLittleEndianPaddedOnBitWidth(id, onlyId, width);
    return BytesInput.from(id.toByteArray());
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
    isMixed = false;
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
