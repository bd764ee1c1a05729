package jp.renkei.jobs.delta;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of a table's data files between two of its versions. A file that came and went in
 * between is not in it, so that many commits cost no more than one.
 */
public record FileChange(List<DataFile> added, List<DataFile> removed) {
  public FileChange {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /** The change from one version of a table to another. */
  public static FileChange between(DeltaSnapshot before, DeltaSnapshot after) {
    return new FileChange(missing(after, before), missing(before, after));
  }

  private static List<DataFile> missing(DeltaSnapshot from, DeltaSnapshot other) {
    var paths = other.dataFiles().stream().map(DataFile::path).collect(Collectors.toSet());
    return from.dataFiles().stream()
        .filter(Predicate.not(file -> paths.contains(file.path())))
        .toList();
  }

  public boolean isNone() {
    return added.isEmpty() && removed.isEmpty();
  }

  /** The files that are in one of the two versions only. */
  public List<DataFile> all() {
    return Stream.concat(added.stream(), removed.stream()).toList();
  }
}
