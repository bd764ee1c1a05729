package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import jp.renkei.jobs.gateway.FileProblem.Code;
import jp.renkei.jobs.gateway.format.Feed;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.DefinitionException.InJapanese;

/**
 * A feed.yaml that can be used.
 *
 * @param formatText the file of its product
 */
public record FeedFile(String text, Feed feed, String formatText) {
  private static final SortedMap<String, String> FORMATS = GatewayFormat.builtIn();

  /** What is wrong with a feed.yaml; empty where it can be used. */
  public static Optional<FileProblem> problem(String path, Path file) {
    try {
      read(path, file);
      return Optional.empty();
    } catch (FeedFolders.Refused e) {
      return Optional.of(e.problem());
    }
  }

  /** A feed.yaml of landing; empty where it cannot be used, which is told elsewhere. */
  public static Optional<FeedFile> of(LandedFile file) {
    try {
      return Optional.of(read(file.path(), file.file()));
    } catch (FeedFolders.Refused e) {
      return Optional.empty();
    }
  }

  static FeedFile read(String path, Path file) throws FeedFolders.Refused {
    String text = text(path, file);
    Feed feed = feed(path, text);
    String formatText = FORMATS.get(feed.product());
    if (formatText == null) {
      throw FeedFolders.refused(
          path,
          Code.UNKNOWN_PRODUCT,
          feed.product(),
          String.join(", ", FORMATS.keySet()),
          "product を直すか、jobs/gateway-formats に製品の定義を追加してください。");
    }
    requireFit(path, feed, formatText);
    return new FeedFile(text, feed, formatText);
  }

  /** What the feed says of fields must go together with what the product's lines are. */
  private static void requireFit(String path, Feed feed, String formatText)
      throws FeedFolders.Refused {
    try {
      GatewayFormat.parse(feed.product() + ".yaml", formatText).of(feed).parser(feed.zone());
    } catch (DefinitionException e) {
      throw invalid(path, e);
    }
  }

  private static FeedFolders.Refused invalid(String path, DefinitionException e) {
    var complaint =
        e.inJapanese()
            .orElseGet(() -> new InJapanese(e.getMessage(), "product・front を含む feed.yaml"));
    return FeedFolders.refused(
        path,
        Code.FEED_INVALID,
        complaint.found(),
        complaint.expected(),
        "指摘の箇所を直して feed.yaml を置き直してください。");
  }

  private static Feed feed(String path, String text) throws FeedFolders.Refused {
    try {
      return Feed.parse(path, text);
    } catch (DefinitionException e) {
      throw invalid(path, e);
    }
  }

  private static String text(String path, Path file) throws FeedFolders.Refused {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw FeedFolders.refused(
          path, Code.FEED_INVALID, "UTF-8 でないバイト", "UTF-8 の feed.yaml", "UTF-8 で保存し直してください。");
    } catch (IOException e) {
      throw FeedFolders.refused(
          path,
          Code.UNREADABLE,
          e.getClass().getSimpleName(),
          "読めるファイル",
          "所有者と権限を確認して、もう一度 run を実行してください。");
    }
  }
}
