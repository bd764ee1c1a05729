package jp.renkei.webapi.downloads;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.renkei.reports.figure.KpiProgresses;
import jp.renkei.reports.meeting.MeetingWorkbook;
import jp.renkei.reports.study.StudyRound;
import jp.renkei.reports.tabulation.TabulationWorkbook;
import jp.renkei.warehouse.release.Release;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.tables.TablesPages;

/** {@code /downloads} and its files. */
public final class Downloads {
  private static final List<File> FILES =
      List.of(
          new File("downloads.workbook", "/downloads/renkei.xlsx", true),
          new File("downloads.csv", "/downloads/kpi_value.csv", true),
          new File("downloads.api", "/api/v1/kpi-values", false));

  private static final File PROGRESS =
      new File("downloads.progress", "/downloads/kpi_progress.csv", true);

  private static final List<File> OF_SURVEYS =
      List.of(
          new File("downloads.tabulations", "/downloads/tabulations.xlsx", true),
          new File("downloads.tables", "/surveys/tables", false));

  private final Templates templates;

  public Downloads(Templates templates) {
    this.templates = templates;
  }

  /** What can be downloaded. */
  public record Content(List<File> files) {
    public Content {
      files = List.copyOf(files);
    }
  }

  /**
   * One file.
   *
   * @param textKey key of its title; its description has {@code .text} behind it
   * @param isSaved false for what the browser shows
   */
  public record File(String textKey, String address, boolean isSaved) {}

  public Answer page(PageRequest request) {
    var files = new ArrayList<>(FILES);
    if (TabulationWorkbook.isFor(request.audience())) {
      files.addAll(1, OF_SURVEYS);
    }
    if (request.reader().read(KpiProgresses::areIn)) {
      files.add(files.size() - 1, PROGRESS);
    }
    return Answer.html(templates.render("downloads", request.frame(), new Content(files)));
  }

  /**
   * 会議用ワークブック: the meeting workbook of the release.
   *
   * @param before the release it was compared with, if the reader may have it
   */
  public Answer workbook(PageRequest request, Optional<Release> before) {
    var bytes = new ByteArrayOutputStream();
    try {
      MeetingWorkbook.write(request.release(), before, request.audience(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Answer.file(Answer.XLSX, bytes.toByteArray(), request.fileName("renkei", "xlsx"));
  }

  /** 集計表: every question counted, for the secretariat. */
  public Answer tabulations(PageRequest request) {
    if (!TabulationWorkbook.isFor(request.audience())) {
      throw new NotShown(NotShown.Kind.NO_PAGE, request.frame().path());
    }
    String stem = "tabulations";
    var bytes = new ByteArrayOutputStream();
    try {
      var round = TablesPages.chosen(request, request.reader().read(StudyRound::answered));
      // The file of a round that was asked for says which it is.
      stem +=
          request.parameter("round").orElse("").isEmpty()
              ? ""
              : "-" + round.orElseThrow().roundId();
      TabulationWorkbook.write(request.release(), round, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Answer.file(Answer.XLSX, bytes.toByteArray(), request.fileName(stem, "xlsx"));
  }

  /** How far KPIs are on the way to their targets, where the file tells it. */
  public Answer progress(PageRequest request) {
    if (!request.reader().read(KpiProgresses::areIn)) {
      throw new NotShown(NotShown.Kind.NO_PAGE, request.frame().path());
    }
    String csv = request.reader().read(KpiProgressCsv::of);
    return Answer.file(
        Answer.CSV, csv.getBytes(StandardCharsets.UTF_8), request.fileName("kpi_progress", "csv"));
  }

  /** Every figure that the audience may see. */
  public Answer kpiValues(PageRequest request) {
    String csv = request.reader().read(KpiValueCsv::of);
    return Answer.file(
        Answer.CSV, csv.getBytes(StandardCharsets.UTF_8), request.fileName("kpi_value", "csv"));
  }
}
