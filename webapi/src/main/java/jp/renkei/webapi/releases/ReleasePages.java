package jp.renkei.webapi.releases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.reports.register.Register;
import jp.renkei.surveys.CsvText;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseStore;
import jp.renkei.warehouse.release.diff.FigureChange;
import jp.renkei.warehouse.release.diff.ReleaseDiff;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.serving.PageServer;
import jp.renkei.webapi.serving.ReleaseShelf;
import jp.renkei.webapi.serving.ReleaseShelves;

/** 公表版: {@code /releases}, and 数値の変更: {@code /releases/changes}. */
public final class ReleasePages {

  private final Templates templates;
  private final ReleaseShelves shelves;
  private final ReleaseStore store;
  private final DecisionJobs jobs;

  public ReleasePages(
      Templates templates, ReleaseShelves shelves, ReleaseStore store, DecisionJobs jobs) {
    this.templates = templates;
    this.shelves = shelves;
    this.store = store;
    this.jobs = jobs;
  }

  public Answer list(PageRequest request) {
    var frame = request.frame();
    var shelf = shelves.of(request.audience());
    boolean isSecretariat = frame.visitor().isSecretariat();
    boolean isDeciding = isSecretariat && jobs.isThere();
    boolean hasTwoPersons = isDeciding && store.rules().twoPersons();
    var words = new ReleaseRows(frame, isDeciding, hasTwoPersons);
    var open = shelf.all();
    var rows = new ArrayList<ReleasesPage.Row>();
    open.forEach(release -> rows.add(words.row(release, true)));
    shelf.withdrawn().forEach(release -> rows.add(words.row(release, false)));
    rows.sort(Comparator.comparingInt(ReleasesPage.Row::id).reversed());
    return Answer.html(
        templates.render(
            "releases",
            frame,
            new ReleasesPage(
                rows,
                isSecretariat ? jobs.last() : Optional.empty(),
                isDeciding,
                hasTwoPersons,
                frame.visitor().token(),
                newestTwo(open))));
  }

  private static Optional<ReleasesPage.Pair> newestTwo(List<Release> open) {
    return open.size() < 2
        ? Optional.empty()
        : Optional.of(new ReleasesPage.Pair(open.get(1).id(), open.get(0).id()));
  }

  public Answer changes(PageRequest request) {
    var shelf = shelves.of(request.audience());
    var frame = request.frame();
    var diff = diff(request, shelf);
    return Answer.html(
        templates.render(
            "changes",
            frame,
            ChangesPage.of(frame, diff, names(shelf, diff, frame.isJapanese()), shelf.all())));
  }

  /** Names of companies by id: as the later release has them, else the earlier one. */
  private static Map<String, String> names(
      ReleaseShelf shelf, ReleaseDiff diff, boolean isJapanese) {
    var names = new HashMap<String, String>();
    for (var release : List.of(diff.before(), diff.after())) {
      names.putAll(shelf.reader(release).read(queries -> Register.agentNames(queries, isJapanese)));
      shelf
          .reader(release)
          .read(queries -> Register.issuers(queries, release.head().asOf()))
          .forEach((id, issuer) -> names.put(id, issuer.name(isJapanese)));
    }
    return names;
  }

  /** The same as data: a row per figure, with a byte order mark as all our CSV. */
  public Answer changesCsv(PageRequest request) {
    var diff = diff(request, shelves.of(request.audience()));
    var csv = new CsvText(FigureChange.COLUMNS);
    diff.changes().forEach(change -> csv.row(change.markedRow()));
    return Answer.file(
        Answer.CSV,
        csv.bytes(),
        "changes-release%d-release%d%s.csv"
            .formatted(
                diff.before().id(),
                diff.after().id(),
                request.frame().isForSecretariat() ? "-" + request.audience().code() : ""));
  }

  /** The two that are asked for; without a word of it the one shown and the one before. */
  private static ReleaseDiff diff(PageRequest request, ReleaseShelf shelf) {
    var after =
        request
            .parameter("after")
            .map(number -> PageServer.pinned(number, shelf))
            .orElse(request.release());
    var before =
        request
            .parameter("before")
            .map(number -> PageServer.pinned(number, shelf))
            .orElseGet(
                () ->
                    shelf.all().stream()
                        .filter(other -> other.id() < after.id())
                        .findFirst()
                        .orElse(after));
    return ReleaseDiff.of(before, after, request.audience());
  }
}
