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
    Release release,
    Audience audience,
    ReleaseReader reader,
    Frame frame,
    Map<String, String> placeholders) {

  public PageRequest {
    placeholders = Map.copyOf(placeholders);
  }

  public String placeholder(String name) {
    return placeholders.get(name);
  }

  public Optional<String> parameter(String name) {
    return frame.query().value(name);
  }

  /** Whether the audience's file holds the table; what is not for it is not there. */
  public boolean holds(String table) {
    return TableCatalog.builtIn().table(table).audiences().contains(audience.code());
  }

  /** What a chart or file says about the release. */
  public Stamp stamp() {
    return Stamp.of(release, shown().isFictitious());
  }

  public ShownRelease shown() {
    return frame.release().orElseThrow();
  }
}
