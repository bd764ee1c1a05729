package jp.renkei.warehouse.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The definition files on the class path, by their path below a folder, in the order of names. */
public final class Definitions {
  private Definitions() {}

  /**
   * Every file with the ending below a resource folder, such as {@code definitions/kpis}.
   *
   * @return path below the folder to content, sorted by path
   */
  public static SortedMap<String, String> read(String folder, String ending) {
    return collect(folder, ending, Files::readString);
  }

  /** The SHA-256 of every such file, of any content, by its path below the folder. */
  public static SortedMap<String, String> hashes(String folder, String ending) {
    return collect(folder, ending, Definitions::sha256);
  }

  /** Makes something of one file. */
  private interface Reading {
    String of(Path file) throws IOException;
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SortedMap<String, String> collect(String folder, String ending, Reading reading) {
    var files = new TreeMap<String, String>();
    try {
      var roots =
          Collections.list(Thread.currentThread().getContextClassLoader().getResources(folder));
      if (roots.isEmpty()) {
        roots = Collections.list(Definitions.class.getClassLoader().getResources(folder));
      }
      for (URL root : roots) {
        collect(root.toURI(), ending, reading, files);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    if (files.isEmpty()) {
      throw new DefinitionException(
          "Cannot find definitions: no *" + ending + " below " + folder + " on the class path.");
    }
    return files;
  }

  private static void collect(URI root, String ending, Reading reading, Map<String, String> files)
      throws IOException {
    if (!"jar".equals(root.getScheme())) {
      collect(Path.of(root), ending, reading, files);
      return;
    }
    String[] parts = root.toString().split("!", 2);
    try (FileSystem jar = FileSystems.newFileSystem(URI.create(parts[0]), Map.of())) {
      collect(jar.getPath(parts[1]), ending, reading, files);
    }
  }

  private static void collect(Path root, String ending, Reading reading, Map<String, String> files)
      throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path file : (Iterable<Path>) tree::iterator) {
        if (Files.isRegularFile(file) && file.toString().endsWith(ending)) {
          String name = root.relativize(file).toString().replace('\\', '/');
          files.put(name, reading.of(file));
        }
      }
    }
  }
}
