package jp.renkei.jobs.sample;

import java.util.ArrayList;
import java.util.List;

/** One row per thing planted in a sample world: where it is, of what kind, and how many. */
public final class SampleStory {
  private final List<Planted> planted = new ArrayList<>();

  /**
   * @param kind what was planted
   * @param file path below the landing folder, with forward slashes
   * @param count how many, in the unit that the kind names (else files or rows)
   * @param subject ids concerned, joined by a blank; may be empty
   */
  public record Planted(PlantedKind kind, String file, long count, String subject) {
    public Planted {
      if (file.isBlank() || count < 1) {
        throw new IllegalArgumentException(
            "Cannot plant %s: file '%s', count %d; expected a file and at least one"
                .formatted(kind, file, count));
      }
    }
  }

  void add(PlantedKind kind, String file, long count, String subject) {
    planted.add(new Planted(kind, file, count, subject));
  }

  public List<Planted> planted() {
    return List.copyOf(planted);
  }

  public List<Planted> of(PlantedKind kind) {
    return planted.stream().filter(each -> each.kind() == kind).toList();
  }

  /** The sum of the counts of one kind; 0 where a world was too small for it. */
  public long count(PlantedKind kind) {
    return of(kind).stream().mapToLong(Planted::count).sum();
  }

  /** Log lines beyond {@link SampleOptions#logLines()}, over all kinds and files. */
  public long extraLogLines() {
    return planted.stream()
        .filter(each -> each.kind().isExtraLogLine())
        .mapToLong(Planted::count)
        .sum();
  }

  /** The list as CSV with a header row: kind,file,count,subject. */
  public String toCsv() {
    CsvTable table = new CsvTable("kind", "file", "count", "subject");
    for (Planted each : planted) {
      table.add(each.kind().name(), each.file(), Long.toString(each.count()), each.subject());
    }
    return table.text();
  }
}
