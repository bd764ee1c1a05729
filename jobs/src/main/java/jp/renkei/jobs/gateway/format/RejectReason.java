package jp.renkei.jobs.gateway.format;

/** Why a line could not be accepted; the codes that {@code bronze.rejected_line} holds. */
public enum RejectReason {
  /** Bytes that are no UTF-8, a NUL, or half a surrogate pair. */
  NOT_UTF8("UTF-8として読めない文字があります。"),
  NOT_JSON("JSONではありません。"),
  /** Not of the shape of the combined or the common log format, such as a line of an error log. */
  NOT_COMBINED("アクセスログ（combined形式）の行ではありません。"),
  /** Not of the shape that the product's format file declares. */
  NOT_OF_FORMAT("製品のログ形式の行ではありません。"),
  /** A line of the product's log about something else, such as a connection without HTTP. */
  NOT_AN_ACCESS("アクセスの記録ではありません。"),
  DUPLICATE_FIELD("同じ名前の項目が二つあります。"),
  MISSING_FIELD("必要な項目がありません。"),
  WRONG_TYPE("値の型が違います。"),
  BAD_TIME("日時として読めません。"),
  TIME_OUT_OF_RANGE("日時が2000年から2099年の範囲にありません。"),
  BAD_STATUS("ステータスコードが範囲外です。"),
  NEGATIVE_VALUE("負の値です。"),
  /** A number beyond what one access can have: {@link AccessLine}. */
  OUT_OF_RANGE("値が大きすぎます。"),
  /** The line ends in the middle. */
  TRUNCATED_LINE("行が途中で切れています。"),
  TOO_LONG("行又は値が長すぎます。"),
  CARD_NUMBER_FOUND("カード番号が含まれています。番号は保存していません。"),
  /** A compressed file that breaks off: nothing of it was taken. */
  DAMAGED_ARCHIVE("圧縮ファイルが壊れています。ファイル全体を取り込んでいません。");

  private final String ja;

  RejectReason(String ja) {
    this.ja = ja;
  }

  /** The reason as a Japanese sentence. */
  public String ja() {
    return ja;
  }
}
