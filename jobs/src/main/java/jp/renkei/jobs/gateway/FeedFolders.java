package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import jp.renkei.jobs.gateway.FileProblem.Code;
import jp.renkei.jobs.gateway.format.Feed;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.warehouse.definition.DefinitionException;

/**
 * The feeds of a landing folder, {@code gateway/<issuer_id>/<feed_id>/feed.yaml}, and their logs.
 */
final class FeedFolders {
  private static final int DEPTH = 4;

  private final AccessRegisters registers;
  private final AccessContext context;
  private final SortedMap<String, String> formats = GatewayFormat.builtIn();
  private final Map<String, LandedFile> feedFiles = new HashMap<>();

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
    String[] parts = log.path().split("/");
    if (parts.length != DEPTH) {
      throw refused(
          log.path(),
          Code.NOT_IN_A_FEED_FOLDER,
          log.path(),
          "gateway/<カード会社ID>/<フィードID>/<ファイル名>",
          "フィードのフォルダに置き直してください。");
    }
    if (!LogName.isLog(log.path())) {
      throw refused(
          log.path(),
          Code.UNKNOWN_ENDING,
          parts[DEPTH - 1],
          ".jsonl .json .log、又はそれらの .gz",
          "ログなら名前の終わりを直してください。ログでないファイルは別のフォルダに移してください。中身は見ていません。");
    }
    String issuerId = parts[1];
    if (!registers.issuerIds().contains(issuerId)) {
      throw refused(
          log.path(),
          Code.UNKNOWN_ISSUER,
          issuerId,
          "register/issuers.csv にあるカード会社ID",
          "フォルダ名を直すか、登録簿にカード会社を追加してください。");
    }
    var feedFile = feedFiles.get(folder(log.path()));
    if (feedFile == null) {
      throw refused(
          log.path(),
          Code.FEED_MISSING,
          "feed.yaml なし",
          "同じフォルダの feed.yaml",
          "製品と受付口を書いた feed.yaml を同じフォルダに置いてください。");
    }
    String feedText = text(feedFile);
    Feed feed = feed(feedFile, feedText);
    String formatText = formats.get(feed.product());
    if (formatText == null) {
      throw refused(
          feedFile.path(),
          Code.UNKNOWN_PRODUCT,
          feed.product(),
          String.join(", ", formats.keySet()),
          "product を直すか、jobs/gateway-formats に製品の定義を追加してください。");
    }
    return new GatewayFile(
        log,
        issuerId,
        parts[2],
        feedText,
        formatText,
        feed.product(),
        context.of(log, issuerId, parts[2], feed.front(), feedText, formatText));
  }

  private static Feed feed(LandedFile feedFile, String text) throws Refused {
    try {
      return Feed.parse(feedFile.path(), text);
    } catch (DefinitionException e) {
      throw refused(
          feedFile.path(),
          Code.FEED_INVALID,
          e.getMessage(),
          "product・front を含む feed.yaml",
          "指摘の箇所を直して feed.yaml を置き直してください。");
    }
  }

  private static String text(LandedFile feedFile) throws Refused {
    try {
      return Files.readString(feedFile.file());
    } catch (CharacterCodingException e) {
      throw refused(
          feedFile.path(),
          Code.FEED_INVALID,
          "UTF-8 でないバイト",
          "UTF-8 の feed.yaml",
          "UTF-8 で保存し直してください。");
    } catch (IOException e) {
      throw refused(
          feedFile.path(),
          Code.UNREADABLE,
          e.getClass().getSimpleName(),
          "読めるファイル",
          "所有者と権限を確認して、もう一度 run を実行してください。");
    }
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static Refused refused(
      String path, Code code, String found, String expected, String remedy) {
    return new Refused(new FileProblem(path, code, found, expected, remedy));
  }
}
