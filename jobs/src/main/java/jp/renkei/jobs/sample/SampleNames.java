package jp.renkei.jobs.sample;

import java.util.List;

/**
 * Invented names, each marked as fictitious (架空, Fictitious); beyond the list they carry a number.
 */
final class SampleNames {
  private record Word(String ja, String en) {}

  private static final List<Word> ISSUERS =
      List.of(
          new Word("しらかば", "Shirakaba"), new Word("ゆきわり", "Yukiwari"),
          new Word("つゆくさ", "Tsuyukusa"), new Word("ほたるび", "Hotarubi"),
          new Word("かざぐるま", "Kazaguruma"), new Word("わたぐも", "Watagumo"),
          new Word("いわつばめ", "Iwatsubame"), new Word("こもれび", "Komorebi"),
          new Word("あさぎり", "Asagiri"), new Word("ゆうなぎ", "Yunagi"),
          new Word("みずたま", "Mizutama"), new Word("ひなげし", "Hinageshi"),
          new Word("やまびこ", "Yamabiko"), new Word("すいれん", "Suiren"),
          new Word("ともしび", "Tomoshibi"), new Word("はなびら", "Hanabira"),
          new Word("ささぶね", "Sasabune"), new Word("あめんぼ", "Amenbo"),
          new Word("つむじかぜ", "Tsumujikaze"), new Word("おぼろづき", "Oborozuki"));

  private static final List<Word> AGENTS =
      List.of(
          new Word("どんぐり", "Donguri"), new Word("つくし", "Tsukushi"),
          new Word("まつぼっくり", "Matsubokkuri"), new Word("たんぽぽ", "Tanpopo"),
          new Word("れんげ", "Renge"), new Word("すすき", "Susuki"),
          new Word("なずな", "Nazuna"), new Word("わらび", "Warabi"),
          new Word("よもぎ", "Yomogi"), new Word("あざみ", "Azami"));

  private static final List<Word> SERVICES =
      List.of(
          new Word("家計簿", "Household"), new Word("会計", "Accounting"),
          new Word("経費精算", "Expense"), new Word("資産管理", "Asset"));

  private SampleNames() {}

  static String issuerJa(int number) {
    return "架空" + word(ISSUERS, number).ja() + "カード" + suffix(ISSUERS, number);
  }

  static String issuerEn(int number) {
    return "Fictitious " + word(ISSUERS, number).en() + " Card" + suffix(ISSUERS, number);
  }

  static String agentJa(int number) {
    return "架空" + word(AGENTS, number).ja() + word(SERVICES, number).ja() + suffix(AGENTS, number);
  }

  static String agentEn(int number) {
    return "Fictitious "
        + word(AGENTS, number).en()
        + " "
        + word(SERVICES, number).en()
        + suffix(AGENTS, number);
  }

  private static Word word(List<Word> words, int number) {
    return words.get((number - 1) % words.size());
  }

  private static String suffix(List<Word> words, int number) {
    return number > words.size() ? "%03d".formatted(number) : "";
  }
}
