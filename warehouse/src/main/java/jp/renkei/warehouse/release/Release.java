package jp.renkei.warehouse.release;

import java.nio.file.Path;

/** One numbered, immutable set of figures, and what people decided about it. */
public record Release(Path warehouse, Path folder, ReleaseManifest manifest, ReleaseLife life) {

  public int id() {
    return manifest.id();
  }

  /** The DuckDB file of an audience. */
  public Path file(Audience audience) {
    return folder.resolve(audience.code() + ".duckdb");
  }

  /** Opens an audience's file for reading; close it when the release is no longer shown. */
  public ReleaseReader open(Audience audience) {
    return ReleaseReader.open(warehouse, file(audience), audience);
  }
}
