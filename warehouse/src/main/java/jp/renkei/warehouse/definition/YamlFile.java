package jp.renkei.warehouse.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** YAML files that the product itself keeps: releases, decisions, what a run remembers. */
public final class YamlFile {
  private static final DumpSettings BLOCKS =
      DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setMultiLineFlow(false).build();

  private YamlFile() {}

  /**
   * Writes a file beside its place and moves it there, so that a reader or a killed program never
   * sees half of it. Whoever may read the folder's other files may read this one.
   */
  public static void write(Path file, Map<String, ?> content) {
    Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      Files.writeString(draft, new Dump(BLOCKS).dumpToString(content));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
