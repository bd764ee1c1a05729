package jp.renkei.webapi.landing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are still there after the power went. */
public final class DurableFile {
  private DurableFile() {}

  /** Returns once a file's bytes are on the disk. */
  public static void sync(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Returns once the names in a folder are on the disk. */
  public static void syncFolder(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Makes a folder where there is none, and returns once its name is on the disk. */
  public static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      syncFolder(folder.toAbsolutePath().getParent());
    }
  }

  /** Gives a file that is on the disk its name: all of it is there, or nothing. */
  public static void appear(Path hidden, Path name) throws IOException {
    Files.move(hidden, name, StandardCopyOption.ATOMIC_MOVE);
    syncFolder(name.getParent());
  }
}
