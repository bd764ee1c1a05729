package jp.renkei.webapi.comments;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.webapi.landing.DurableFile;
import jp.renkei.webapi.security.RandomText;
import jp.renkei.webapi.serving.Attachment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Comments in landing: a file each, named by time and respondent, never changed afterwards. */
public final class CommentLanding {
  private static final Logger LOG = LoggerFactory.getLogger(CommentLanding.class);
  private static final List<String> COLUMNS =
      List.of(
          "respondent_id",
          "release_id",
          "kpi_id",
          "period",
          "entity_level",
          "counterparty_id",
          "slice",
          "slice_value",
          "basis",
          "definition_version",
          "comment",
          "stated_on");

  /** Files of before a comment could name its figure lack the others. */
  private static final List<String> COLUMNS_OF_EVERY_FILE =
      List.of("respondent_id", "release_id", "kpi_id", "period", "comment", "stated_on");

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Tokyo"));

  private final Path folder;
  private final Clock clock;

  /** The comments below a landing folder. */
  public CommentLanding(Path landing, Clock clock) {
    this.folder = landing.resolve("comments");
    this.clock = clock;
  }

  /** Puts a comment into landing; when this returns, it is on the disk. */
  synchronized void put(Comment comment) {
    var figure = comment.figure();
    // Of one day the name that sorts behind counts, so that no two may have one stamp.
    String stamp = STAMP.format(clock.instant());
    String name =
        stamp
            + "-"
            + Attachment.inPath(comment.figure().respondentId())
            + "-"
            + RandomText.of256Bits().substring(0, 8)
            + ".csv";
    try {
      DurableFile.createFolder(folder);
      Path hidden = folder.resolve(".incoming-" + name);
      try (var csv = CsvWriter.builder().build(hidden, StandardCharsets.UTF_8)) {
        csv.writeRecord(COLUMNS);
        csv.writeRecord(
            figure.respondentId(),
            Integer.toString(comment.releaseId()),
            figure.kpiId(),
            figure.period(),
            figure.level(),
            figure.counterpartyId(),
            figure.slice(),
            figure.sliceValue(),
            figure.basis(),
            figure.version(),
            comment.text(),
            comment.statedOn().toString());
      }
      DurableFile.sync(hidden);
      DurableFile.appear(hidden, folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the comment " + name, e);
    }
  }

  /** What stands of some respondents' comments, by figure; what was taken back does not. */
  Map<FigureKey, Comment> standing(List<String> respondents) {
    if (!Files.isDirectory(folder)) {
      return Map.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      var newest = new LinkedHashMap<FigureKey, Comment>();
      files
          .filter(file -> file.getFileName().toString().matches("(?s)[^.].*\\.csv"))
          .sorted()
          .flatMap(file -> read(file).stream())
          .filter(comment -> respondents.contains(comment.figure().respondentId()))
          .sorted(Comparator.comparing(Comment::statedOn))
          .forEach(comment -> newest.put(comment.figure(), comment));
      newest.values().removeIf(comment -> comment.text().isBlank());
      return newest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files that others put there may have anything in them; a run says what is wrong with them. */
  private static List<Comment> read(Path file) {
    try (var rows = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
      return rows.stream()
          .filter(row -> row.getHeader().containsAll(COLUMNS_OF_EVERY_FILE))
          .flatMap(row -> comment(row).stream())
          .toList();
    } catch (IOException | RuntimeException e) {
      LOG.warn("Cannot read comments {}: {}", file, e.getMessage());
      return List.of();
    }
  }

  private static Optional<Comment> comment(NamedCsvRecord row) {
    try {
      String release = row.getField("release_id");
      var figure =
          new FigureKey(
              row.getField("respondent_id"),
              row.getField("kpi_id"),
              row.getField("period"),
              ifAny(row, "entity_level"),
              ifAny(row, "counterparty_id"),
              ifAny(row, "slice"),
              ifAny(row, "slice_value"),
              ifAny(row, "basis"),
              ifAny(row, "definition_version"));
      return Optional.of(
          new Comment(
              figure,
              release.matches("[0-9]{1,9}") ? Integer.parseInt(release) : 0,
              row.getField("comment"),
              LocalDate.parse(row.getField("stated_on"))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String ifAny(NamedCsvRecord row, String column) {
    return row.findField(column).orElse("");
  }
}
