package jp.renkei.webapi.releases;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.renkei.warehouse.release.Release;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.serving.ReleaseShelves;

/** 公表版: {@code /releases}, what a reader may pin with {@code ?release=}. */
public final class ReleasesPage {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Templates templates;
  private final ReleaseShelves shelves;

  public ReleasesPage(Templates templates, ReleaseShelves shelves) {
    this.templates = templates;
    this.shelves = shelves;
  }

  /** The releases the audience may read, the newest first. */
  public record Content(List<Row> rows) {}

  /** One release. */
  public record Row(
      int id,
      Optional<String> label,
      String state,
      LocalDate asOf,
      LocalDate madeOn,
      Optional<LocalDate> publishedOn,
      String contentHash) {}

  public Answer list(PageRequest request) {
    var rows = shelves.of(request.audience()).all().stream().map(ReleasesPage::row).toList();
    return Answer.html(templates.render("releases", request.frame(), new Content(rows)));
  }

  private static Row row(Release release) {
    return new Row(
        release.id(),
        release.life().label(),
        release.life().state().name(),
        release.manifest().asOf(),
        release.manifest().createdAt().atZone(JAPAN).toLocalDate(),
        release.life().publishedAt().map(at -> at.atZone(JAPAN).toLocalDate()),
        release.manifest().contentHash());
  }
}
