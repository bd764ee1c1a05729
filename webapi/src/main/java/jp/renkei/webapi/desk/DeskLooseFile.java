package jp.renkei.webapi.desk;

/**
 * A survey file in landing that stands beside nobody in any round.
 *
 * @param path below landing
 * @param more how many other errors it has
 */
public record DeskLooseFile(
    String path, String reason, String reasonEn, String remedy, String remedyEn, long more) {
  public DeskLooseFile {
    path = DeskText.of(path);
    reason = DeskText.of(reason);
    reasonEn = DeskText.of(reasonEn);
    remedy = DeskText.of(remedy);
    remedyEn = DeskText.of(remedyEn);
  }

  /** Why it stands beside nobody, in a page's language. */
  public String reason(boolean isJapanese) {
    return isJapanese ? reason : reasonEn;
  }

  public String remedy(boolean isJapanese) {
    return isJapanese ? remedy : remedyEn;
  }
}
