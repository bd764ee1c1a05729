package jp.renkei.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Generated documents that are kept in the repository. */
public final class Golden {
  private static final Path DOCUMENTS = Path.of("../docs");

  private Golden() {}

  /** Compares a document with the one that is kept, or keeps it with {@code -Dgolden.update}. */
  public static void assertKept(String name, String document) throws IOException {
    Path kept = DOCUMENTS.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(kept, document);
    }
    assertThat(kept).as("docs/%s; remake it with -Dgolden.update=true", name).hasContent(document);
  }
}
