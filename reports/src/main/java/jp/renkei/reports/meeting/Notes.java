package jp.renkei.reports.meeting;

import java.util.List;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles.Role;

/** 注記: how the figures are to be read. */
final class Notes {
  private record Note(String heading, String text) {}

  private static final List<Note> NOTES =
      List.of(
          new Note("値なし（－）", "回答がない、該当がない、不明、回答を控えた、秘匿した値は「－」とし、0 とは区別する。分母が空の比率にも値はない。"),
          new Note(
              "下限・上限",
              "値は回答のあったものだけから計算する。下限・上限は、未回答と不明をそれぞれ最も低く・高く見積もったときの値である。"
                  + "上限が「－」の件数は、上限が分からないことを示す。"),
          new Note("速報・確報・改訂", "調査の値は回収期限と猶予日数を過ぎるまで、月次の値は月末から30日を過ぎるまで速報とする。公表済みの確報と異なる値は改訂とする。"),
          new Note(
              "前回との比較", "回答者が回ごとに異なるため、前回の値は並べて示すだけとし、単純な差は示さない。増減は両方の回に回答した者だけで計算した場合に限り意味をもつ。"),
          new Note(
              "秘匿",
              "対象者に示さない値は、その対象者向けの資料に含めない。社名は公表に同意した会社のみ示す（事務局用を除く）。"
                  + "事務局用以外では、回答者が少ない集計値、少数の会社が大半を占める合計、それらを逆算できる値を伏せ、「x」で示す。"
                  + "事務局用はこれらを伏せていないので、外部に出さない。"),
          new Note("会社のコメント", "「回答者コメント」と「会社のコメント」の欄、グラフの※は、会社が自らの数値について述べた言葉を、そのまま示す。事務局の見解ではない。"),
          new Note(
              "単位",
              "連携アカウント数は会員サイトのログインID単位である。連携アカウント数、利用者数、接続数、同意数、取得回、アクセス数は"
                  + "別の単位であり、互いに足さない。比率は件数から計算し、比率どうしを平均しない。"),
          new Note("期間", "調査の値は調査時点（基準日）の値である。ログの値は日本時間の暦月に属する。年度は4月から翌年3月まで。"));

  private Notes() {}

  static void write(SheetWriter sheet) {
    sheet.line(Role.TITLE, "注記");
    for (var note : NOTES) {
      sheet.line(Role.HEADING, note.heading());
      sheet.paragraph(Role.BODY, note.text());
    }
  }
}
