package jp.renkei.jobs.sample;

/** README.txt at the root of the landing folder: that all is fictitious, and what was planted. */
final class ReadmeFile {
  private ReadmeFile() {}

  static void write(SampleTruth truth, LandingFolder landing, SampleStory story) {
    SampleOptions options = truth.options();
    landing.text(
        "README.txt",
        """
        架空データ (fictitious data)
        このフォルダの会社名・番号・回答・ログはすべて架空であり、実在の会社とは関係ありません。
        Every company, number, answer and log line in this folder is invented.

        renkei sample --seed %d --issuers %d --agents %d --months %d --log-lines %d

        わざと入れた不備・出来事の一覧 (what was planted):
        %s"""
            .formatted(
                options.seed(),
                options.issuers(),
                options.agents(),
                options.months(),
                options.logLines(),
                story.toCsv()));
  }
}
