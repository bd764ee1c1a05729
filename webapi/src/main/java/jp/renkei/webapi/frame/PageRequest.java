package jp.renkei.webapi.frame;

import java.util.Map;
import java.util.Optional;
import jp.renkei.reports.chart.Stamp;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseReader;
import jp.renkei.warehouse.table.TableCatalog;

/**
 * A reader's wish to see one page of one release.
 *
 * @param placeholders values of the path's places, such as {@code id}
 */
public record PageRequest(
    Release release, ReleaseReader reader, Frame frame, Map<String, String> placeholders) {

  public PageRequest {
    placeholders = Map.copyOf(placeholders);
  }

  public Audience audience() {
    return frame.audience();
  }

  public String placeholder(String name) {
    return placeholders.get(name);
  }

  public Optional<String> parameter(String name) {
    return frame.query().value(name);
  }

  /** Whether the audience's file holds the table; what is not for it is not there. */
  public boolean holds(String table) {
    return TableCatalog.builtIn().table(table).audiences().contains(audience().code());
  }

  /** What a chart or file says about the release. */
  public Stamp stamp() {
    return Stamp.of(release, audience(), shown().isFictitious());
  }

  /** The name of a file to save; what is not for the public says so by its name. */
  public String fileName(String stem, String ending) {
    String audienceMark = audience() == Audience.PUBLIC ? "" : "-" + audience().code();
    return stem + "-release" + release.id() + audienceMark + "." + ending;
  }

  public ShownRelease shown() {
    return frame.release().orElseThrow();
  }
}
