package jp.renkei.warehouse.release.diff;

/** What can have moved a figure, as far as the inputs tell; the most specific first. */
public enum ChangeReason {
  CORRECTION("訂正データ", "Correction of a cell"),
  NEW_SUBMISSION("新しい提出", "New submission"),
  REPLACED_SUBMISSION("差替え提出", "Replaced submission"),
  REMOVED_SUBMISSION("提出の除外", "Submission that counts no longer"),
  NEW_LOG("新しいログ", "New log"),
  REMOVED_LOG("ログの取下げ", "Withdrawn log"),
  NETWORK_LIST("電代業者のネットワーク", "Agents’ networks"),
  CLIENT_ALIAS("クライアントIDの対応", "Client aliases"),
  STATED("申告値・集計の提出", "Stated figures or summaries"),
  ROADMAP("工程表の改訂", "Roadmap revised"),
  AS_OF("時点の変更", "As-of date"),
  ROUND("調査回の設定", "Survey round"),
  SUCCESSION("承継（合併・番号の付替え）", "Succession"),
  REGISTER("登録簿・母集団", "Register or population frame"),
  RULE_VERSION("分類規則の版", "Version of the classification rules"),
  DEFINITION("この指標の定義", "This KPI’s definition"),
  DEFINITIONS("定義・規則の改定", "Definitions or rules"),
  CODE("プログラムの変更", "Program changed"),
  /** The audience's file does not hold submissions and logs. */
  DATA("元データの更新", "Updated source data"),
  OTHER("その他", "Other");

  private final String japanese;
  private final String english;

  ChangeReason(String japanese, String english) {
    this.japanese = japanese;
    this.english = english;
  }

  public String japanese() {
    return japanese;
  }

  public String english() {
    return english;
  }
}
