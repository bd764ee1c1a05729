package jp.renkei.jobs.gateway;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.renkei.jobs.gateway.FileProblem.Code;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.SubmissionKind;

/**
 * The feeds of a landing folder, {@code gateway/<issuer_id>/<feed_id>/feed.yaml}, and their logs.
 */
final class FeedFolders {
  private final AccessRegisters registers;
  private final AccessContext context;
  private final Map<String, LandedFile> feedFiles = new HashMap<>();
  private final Map<String, FeedFile> feeds = new HashMap<>();
  private final Map<String, String> contexts = new HashMap<>();

  FeedFolders(List<LandedFile> files, AccessRegisters registers, AccessContext context) {
    this.registers = registers;
    this.context = context;
    for (var file : files) {
      if (file.kind() == SubmissionKind.FEED) {
        feedFiles.put(folder(file.path()), file);
      }
    }
  }

  /** A log file was refused as a whole. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient FileProblem problem;

    Refused(FileProblem problem) {
      super(problem.toString());
      this.problem = problem;
    }

    FileProblem problem() {
      return problem;
    }
  }

  /** The log file with all that it is to be read with. */
  GatewayFile plan(LandedFile log) throws Refused {
    var place = placeOf(log.path(), registers.issuerIds());
    var feedFile = feedFiles.get(folder(log.path()));
    if (feedFile == null) {
      throw missing(log.path());
    }
    var feed = read(feedFile);
    String contextOfLog = contextOf(feedFile, place, feed, LogName.isGzip(log.path()));
    return new GatewayFile(
        log,
        place.issuerId(),
        place.feedId(),
        feed.text(),
        feed.formatText(),
        feed.feed().product(),
        contextOfLog);
  }

  private String contextOf(LandedFile feedFile, FeedPlace place, FeedFile feed, boolean isGzip) {
    return contexts.computeIfAbsent(
        feedFile.path() + isGzip,
        key ->
            context.of(
                isGzip,
                place.issuerId(),
                place.feedId(),
                feed.feed().front(),
                feed.text(),
                feed.formatText()));
  }

  /** What the logs of every feed that can be used would be read under, plain and compressed. */
  Set<String> contexts() {
    var all = new HashSet<String>();
    for (var feedFile : feedFiles.values()) {
      var place = FeedPlace.of(feedFile.path());
      if (place.filter(one -> registers.issuerIds().contains(one.issuerId())).isPresent()) {
        try {
          var feed = read(feedFile);
          all.add(contextOf(feedFile, place.get(), feed, false));
          all.add(contextOf(feedFile, place.get(), feed, true));
        } catch (Refused e) {
          // Its logs are refused for it, and say so.
          continue;
        }
      }
    }
    return all;
  }

  /** A feed may have a log for every day of years; its feed.yaml is read once. */
  private FeedFile read(LandedFile feedFile) throws Refused {
    var known = feeds.get(feedFile.path());
    if (known == null) {
      known = FeedFile.read(feedFile.path(), feedFile.file());
      feeds.put(feedFile.path(), known);
    }
    return known;
  }

  /**
   * Where a log lies.
   *
   * @throws Refused when it lies in no feed's folder of an issuer that is known
   */
  static FeedPlace placeOf(String path, Set<String> issuerIds) throws Refused {
    var place = FeedPlace.of(path);
    if (place.isEmpty()) {
      throw refused(
          path,
          Code.NOT_IN_A_FEED_FOLDER,
          path,
          "gateway/<カード会社ID>/<フィードID>/<ファイル名>",
          "フィードのフォルダに置き直してください。");
    }
    requireLogEnding(path, path.substring(path.lastIndexOf('/') + 1));
    String issuerId = place.get().issuerId();
    if (!issuerIds.contains(issuerId)) {
      throw refused(
          path,
          Code.UNKNOWN_ISSUER,
          issuerId,
          "register/issuers.csv にあるカード会社ID",
          "フォルダ名を直すか、登録簿にカード会社を追加してください。");
    }
    return place.get();
  }

  static void requireLogEnding(String path, String name) throws Refused {
    if (!LogName.isLog(name)) {
      throw refused(
          path,
          Code.UNKNOWN_ENDING,
          name,
          ".jsonl .json .log、又はそれらの .gz",
          "ログなら名前の終わりを直してください。ログでないファイルは別のフォルダに移してください。中身は見ていません。");
    }
  }

  static Refused missing(String path) {
    return refused(
        path,
        Code.FEED_MISSING,
        "feed.yaml なし",
        "同じフォルダの feed.yaml",
        "製品と受付口を書いた feed.yaml を同じフォルダに置いてください。");
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  static Refused refused(String path, Code code, String found, String expected, String remedy) {
    return new Refused(new FileProblem(path, code, found, expected, remedy));
  }
}
