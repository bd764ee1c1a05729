package jp.renkei.jobs.delta;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;

/** A growing buffer of values in Parquet's PLAIN encoding. */
final class LittleEndianBytes {
  private static final VarHandle INTEGER =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[1_024];
  private int size;

  void putLong(long value) {
    require(Long.BYTES);
    LONG.set(bytes, size, value);
    size += Long.BYTES;
  }

  /** A text: its length, then itself. */
  void putText(byte[] text) {
    require(Integer.BYTES + text.length);
    INTEGER.set(bytes, size, text.length);
    System.arraycopy(text, 0, bytes, size + Integer.BYTES, text.length);
    size += Integer.BYTES + text.length;
  }

  private void require(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** What was put in; good until the next change. */
  BytesInput input() {
    return BytesInput.from(bytes, 0, size);
  }
}
