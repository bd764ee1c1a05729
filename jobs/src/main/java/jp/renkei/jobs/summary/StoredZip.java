package jp.renkei.jobs.summary;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A zip in which the same files are always the same bytes: stored uncompressed, in the order of
 * their names, without times, comments or extra fields. What is read must be just that, so that a
 * file cannot grow when it is opened, no name or content stands twice, and no byte is there that
 * belongs to no file.
 */
final class StoredZip {
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL_BYTES = 46;
  private static final int END_BYTES = 22;
  private static final int CRC_AT = 14;
  private static final int VERSION = 20;

  /** The first of January 1980, the earliest day that a zip can say. */
  private static final int NO_DATE = 0x21;

  private static final int MOST_FILES = 100;

  private StoredZip() {}

  /**
   * The bytes of a zip.
   *
   * @param files by name; names are ASCII
   */
  static byte[] write(SortedMap<String, byte[]> files) {
    int size = END_BYTES;
    for (var file : files.entrySet()) {
      size += LOCAL_BYTES + CENTRAL_BYTES + 2 * file.getKey().length() + file.getValue().length;
    }
    var zip = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    var central = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    for (var file : files.entrySet()) {
      byte[] name = file.getKey().getBytes(StandardCharsets.ISO_8859_1);
      int start = zip.position();
      zip.putInt(LOCAL);
      putDescription(zip, name, file.getValue());
      zip.put(name).put(file.getValue());
      central.putInt(CENTRAL).putShort((short) VERSION);
      putDescription(central, name, file.getValue());
      // No comment, first disk, no attributes.
      central.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
      central.putInt(start).put(name);
    }
    int start = zip.position();
    int centralBytes = central.flip().remaining();
    zip.put(central);
    zip.putInt(END).putInt(0);
    zip.putShort((short) files.size()).putShort((short) files.size());
    zip.putInt(centralBytes).putInt(start).putShort((short) 0);
    return zip.array();
  }

  /** What a file's two headers share: version, flags, method, time, checksum, sizes, lengths. */
  private static void putDescription(ByteBuffer zip, byte[] name, byte[] content) {
    var crc = new CRC32();
    crc.update(content);
    zip.putShort((short) VERSION).putShort((short) 0).putShort((short) 0);
    zip.putShort((short) 0).putShort((short) NO_DATE).putInt((int) crc.getValue());
    zip.putInt(content.length).putInt(content.length);
    zip.putShort((short) name.length).putShort((short) 0);
  }

  /** The files of a zip by name; empty where {@link #write} would make other bytes of them. */
  static Optional<SortedMap<String, byte[]>> read(byte[] bytes) {
    var files = new TreeMap<String, byte[]>();
    var zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (zip.remaining() >= LOCAL_BYTES && zip.getInt(zip.position()) == LOCAL) {
      int start = zip.position();
      long length = Integer.toUnsignedLong(zip.getInt(start + CRC_AT + Integer.BYTES));
      int nameLength = Short.toUnsignedInt(zip.getShort(start + LOCAL_BYTES - 2 * Short.BYTES));
      zip.position(start + LOCAL_BYTES);
      if (zip.remaining() < nameLength + length || files.size() == MOST_FILES) {
        return Optional.empty();
      }
      var name = new byte[nameLength];
      var content = new byte[(int) length];
      zip.get(name).get(content);
      files.put(new String(name, StandardCharsets.ISO_8859_1), content);
    }
    return Arrays.equals(write(files), bytes)
        ? Optional.of(Collections.unmodifiableSortedMap(files))
        : Optional.empty();
  }
}
