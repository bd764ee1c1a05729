package jp.renkei.jobs.summary;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;

/**
 * One file of landing's folder {@code summaries/<issuer_id>/}, read and checked by itself: whether
 * it is whole and says what a summary says. Whose signature it bears is asked afterwards, with the
 * keys of the register. Any error refuses it whole.
 *
 * @param files the text of every file in it, by name; empty where it is refused
 * @param header empty where it is refused
 * @param tables in the order of the tables' columns; none where it is refused
 * @param problems each of them refuses the file
 */
public record SummaryFile(
    SortedMap<String, String> files,
    Optional<SummaryHeader> header,
    Map<SummaryTable, List<List<Object>>> tables,
    List<Problem> problems) {
  private static final Pattern PLACE = Pattern.compile("summaries/([^/]+)/[^/]+\\.zip");

  public SummaryFile {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    tables = Map.copyOf(tables);
    problems = List.copyOf(problems);
  }

  /** Whose summary a file is, by its place below landing; empty in a wrong place. */
  public static Optional<String> issuerOf(String path) {
    var place = PLACE.matcher(path);
    return place.matches() ? Optional.of(place.group(1)) : Optional.empty();
  }

  /** The name that a summary is written under. */
  public static String nameOf(String issuerId, YearMonth month) {
    return issuerId + "_" + month + ".zip";
  }

  /** The bytes of a signed summary. */
  public static byte[] write(
      SummaryHeader header, Map<SummaryTable, List<List<Object>>> tables, SigningKey key) {
    var texts = new TreeMap<String, String>();
    texts.put(SummaryHeader.FILE, header.json());
    tables.forEach((kind, rows) -> texts.put(kind.fileName(), SummaryCsv.write(kind, rows)));
    String manifest = SummaryManifest.of(texts);
    texts.put(SummaryManifest.SIGNATURE, SummaryManifest.signatureText(key.sign(manifest)));
    texts.put(SummaryManifest.FILE, manifest);
    var bytes = new TreeMap<String, byte[]>();
    texts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return StoredZip.write(bytes);
  }

  /** Reads and checks the bytes of a file. */
  public static SummaryFile read(String path, byte[] content) {
    var zip = StoredZip.read(content);
    if (zip.isEmpty()) {
      return refused(SummaryProblems.notAsWritten(path));
    }
    var names = new TreeSet<>(SummaryTable.fileNames());
    names.addAll(List.of(SummaryHeader.FILE, SummaryManifest.FILE, SummaryManifest.SIGNATURE));
    var otherNames = new TreeSet<>(zip.get().keySet());
    otherNames.removeAll(names);
    names.removeAll(zip.get().keySet());
    if (!otherNames.isEmpty()) {
      String found = String.join(", ", otherNames);
      return refused(
          SummaryProblems.of(
              path,
              "",
              Reason.UNSAFE_FILE,
              new BilingualText("a file that no summary has: " + found, "集計にないはずのファイル：" + found),
              "the files of docs/issuer-summary.md only",
              "docs/issuer-summary.md にあるファイルだけ"));
    }
    if (!names.isEmpty()) {
      String missing = String.join(", ", names);
      return refused(
          SummaryProblems.of(
              path,
              "",
              Reason.MISSING_VALUE,
              new BilingualText("no " + missing, missing + " の欠落"),
              "all files of docs/issuer-summary.md",
              "docs/issuer-summary.md にある全てのファイル"));
    }
    var texts = new TreeMap<String, String>();
    for (var file : zip.get().entrySet()) {
      var text = utf8(file.getValue());
      if (text.isEmpty()) {
        return refused(
            SummaryProblems.changed(
                path, file.getKey(), "bytes that are no UTF-8", "UTF-8 でないバイト"));
      }
      texts.put(file.getKey(), text.get());
    }
    return of(path, texts);
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Checks the texts of a summary that was read before. */
  public static SummaryFile of(String path, SortedMap<String, String> texts) {
    var changed = SummaryManifest.firstChanged(texts);
    if (changed.isPresent()) {
      return refused(
          SummaryProblems.changed(
              path,
              changed.get(),
              "another content than " + SummaryManifest.FILE + " says",
              SummaryManifest.FILE + " の記載と異なる内容"));
    }
    if (SummaryManifest.signature(texts.get(SummaryManifest.SIGNATURE)).isEmpty()) {
      return refused(
          SummaryProblems.changed(
              path, SummaryManifest.SIGNATURE, "no signature in Base64", "Base64 の署名でない内容"));
    }
    String headerText = texts.get(SummaryHeader.FILE);
    var version = SummaryHeader.formatVersion(headerText);
    if (version.isPresent() && version.get() != SummaryHeader.FORMAT_VERSION) {
      return refused(
          SummaryProblems.of(
              path,
              SummaryHeader.FILE + " format_version",
              Reason.UNKNOWN_VERSION,
              new BilingualText(version.get().toString(), version.get().toString()),
              Integer.toString(SummaryHeader.FORMAT_VERSION),
              Integer.toString(SummaryHeader.FORMAT_VERSION)));
    }
    var header = SummaryHeader.parse(headerText);
    if (header.isEmpty()) {
      return refused(
          SummaryProblems.of(
              path,
              SummaryHeader.FILE,
              Reason.UNREADABLE,
              new BilingualText("another content", "別の内容"),
              "the fields of docs/issuer-summary.md",
              "docs/issuer-summary.md にある項目"));
    }
    return withTables(path, texts, header.get());
  }

  private static SummaryFile withTables(
      String path, SortedMap<String, String> texts, SummaryHeader header) {
    var tables = new EnumMap<SummaryTable, List<List<Object>>>(SummaryTable.class);
    var problems = new ArrayList<Problem>();
    for (var kind : SummaryTable.values()) {
      var read = SummaryCsv.read(path, kind, texts.get(kind.fileName()));
      problems.addAll(read.problems());
      tables.put(kind, read.rows());
    }
    if (problems.isEmpty()) {
      problems.addAll(SummaryFigures.problems(path, header, tables));
    }
    return problems.isEmpty()
        ? new SummaryFile(texts, Optional.of(header), tables, List.of())
        : new SummaryFile(Collections.emptySortedMap(), Optional.empty(), Map.of(), problems);
  }

  private static SummaryFile refused(Problem problem) {
    return new SummaryFile(
        Collections.emptySortedMap(), Optional.empty(), Map.of(), List.of(problem));
  }

  /** The first of some keys that the file is signed with. */
  public Optional<VerificationKey> signedWith(Collection<VerificationKey> keys) {
    byte[] signature =
        SummaryManifest.signature(files.get(SummaryManifest.SIGNATURE)).orElseThrow();
    return keys.stream()
        .filter(key -> key.hasSigned(files.get(SummaryManifest.FILE), signature))
        .findFirst();
  }
}
