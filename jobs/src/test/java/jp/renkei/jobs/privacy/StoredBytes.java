package jp.renkei.jobs.privacy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/**
 * All bytes below a folder, as they lie there and unpacked: the pages and dictionaries of Parquet
 * (also of values that no row has), its values, the tables of DuckDB files, archives.
 */
public final class StoredBytes {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] GZIP = {31, (byte) 139};
  private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
  private static final int DUCKDB_MARK = 8;

  private final Path folder;
  private final BiConsumer<String, byte[]> taker;

  private StoredBytes(Path folder, BiConsumer<String, byte[]> taker) {
    this.folder = folder;
    this.taker = taker;
  }

  /**
   * Tells all bytes.
   *
   * @param taker takes where they are and what they are; names of files too
   */
  public static void forEach(Path folder, BiConsumer<String, byte[]> taker) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        new StoredBytes(folder, taker).file(file);
      }
    }
  }

  private void file(Path file) throws IOException {
    String name = folder.relativize(file).toString();
    taker.accept(name + " (name)", name.getBytes(StandardCharsets.UTF_8));
    byte[] bytes = Files.readAllBytes(file);
    any(name, bytes);
    try {
      if (begins(bytes, 0, PARQUET)) {
        pages(name, file);
        rows(name, "", "read_parquet('" + file + "')");
      } else if (begins(bytes, DUCKDB_MARK, "DUCK".getBytes(StandardCharsets.US_ASCII))) {
        tables(name, file);
      }
    } catch (SQLException e) {
      throw new IOException("Cannot read " + file, e);
    }
  }

  private void any(String name, byte[] bytes) throws IOException {
    taker.accept(name, bytes);
    if (begins(bytes, 0, GZIP)) {
      any(
          name + " (unpacked)",
          new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes());
    } else if (begins(bytes, 0, ZIP)) {
      try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          any(name + "!" + entry.getName(), zip.readAllBytes());
        }
      }
    }
  }

  private static boolean begins(byte[] bytes, int offset, byte[] mark) {
    boolean begins = bytes.length >= offset + mark.length;
    for (int index = 0; begins && index < mark.length; index++) {
      begins = bytes[offset + index] == mark[index];
    }
    return begins;
  }

  private void pages(String name, Path file) throws IOException {
    try (var reader = ParquetFileReader.open(new LocalInputFile(file))) {
      var columns = reader.getFileMetaData().getSchema().getColumns();
      for (var group = reader.readNextRowGroup();
          group != null;
          group = reader.readNextRowGroup()) {
        for (var column : columns) {
          String where = name + " " + String.join(".", column.getPath());
          var pages = group.getPageReader(column);
          var dictionary = pages.readDictionaryPage();
          if (dictionary != null) {
            taker.accept(where + " (dictionary)", dictionary.getBytes().toByteArray());
          }
          for (var page = pages.readPage(); page != null; page = pages.readPage()) {
            taker.accept(where + " (page)", bytes(page));
          }
        }
      }
    }
  }

  private static byte[] bytes(DataPage page) {
    return page.accept(
        new DataPage.Visitor<byte[]>() {
          @Override
          public byte[] visit(DataPageV1 first) {
            return unchecked(first.getBytes()::toByteArray);
          }

          @Override
          public byte[] visit(DataPageV2 second) {
            return unchecked(second.getData()::toByteArray);
          }
        });
  }

  private interface Reading {
    byte[] read() throws IOException;
  }

  private static byte[] unchecked(Reading reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tables(String name, Path file) throws SQLException, IOException {
    String attach = "attach '" + file + "' as stored (read_only);";
    var tables = new java.util.ArrayList<String>();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(attach);
      // Views are left to who opens the release: their files are looked into one by one.
      try (var rows =
          statement.executeQuery(
              "select schema_name, table_name from duckdb_tables() where database_name = 'stored'")) {
        while (rows.next()) {
          tables.add("stored.\"%s\".\"%s\"".formatted(rows.getString(1), rows.getString(2)));
        }
      }
    }
    for (String table : tables) {
      rows(name + " " + table, attach, table);
    }
  }

  private void rows(String where, String before, String table) throws SQLException, IOException {
    Path dump = Files.createTempFile("stored", ".csv");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      if (!before.isEmpty()) {
        statement.execute(before);
      }
      statement.execute("copy (select * from " + table + ") to '" + dump + "' (format csv)");
      taker.accept(where + " (rows)", Files.readAllBytes(dump));
    } finally {
      Files.delete(dump);
    }
  }
}
