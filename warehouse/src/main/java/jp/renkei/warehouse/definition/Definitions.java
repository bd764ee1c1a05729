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
import java.util.Collections;
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
    var files = new TreeMap<String, String>();
    try {
      var roots =
          Collections.list(Thread.currentThread().getContextClassLoader().getResources(folder));
      if (roots.isEmpty()) {
        roots = Collections.list(Definitions.class.getClassLoader().getResources(folder));
      }
      for (URL root : roots) {
        collect(root.toURI(), ending, files);
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

  private static void collect(URI root, String ending, Map<String, String> files)
      throws IOException {
    if (!"jar".equals(root.getScheme())) {
      collect(Path.of(root), ending, files);
      return;
    }
    String[] parts = root.toString().split("!", 2);
    try (FileSystem jar = FileSystems.newFileSystem(URI.create(parts[0]), Map.of())) {
      collect(jar.getPath(parts[1]), ending, files);
    }
  }

  private static void collect(Path root, String ending, Map<String, String> files)
      throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path file : (Iterable<Path>) tree::iterator) {
        if (file.toString().endsWith(ending)) {
          String name = root.relativize(file).toString().replace('\\', '/');
          files.put(name, Files.readString(file));
        }
      }
    }
  }
}
