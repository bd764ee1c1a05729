package jp.renkei.jobs.silver;

import java.io.Serializable;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.silver.ReceivedFiles.File;
import jp.renkei.jobs.summary.SummaryFile;
import jp.renkei.jobs.summary.SummaryHeader;
import jp.renkei.jobs.summary.VerificationKey;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.warehouse.rules.RuleVersions;

/**
 * What became of the files below {@code summaries/}. Of the right ones of an issuer and month the
 * one that was created last stands, wherever it lies; a file that was taken away stays.
 */
final class SummaryFiles implements StatedFiles {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  /** A row of the register of keys. */
  record IssuerKey(String issuerId, VerificationKey key, RegisterRows.Row row) {}

  private record Month(String issuerId, YearMonth month) {}

  private final Map<String, SummaryVerdict> contents = new HashMap<>();
  private final Map<String, List<Problem>> problems = new HashMap<>();
  private final Set<String> replaced = new HashSet<>();

  private SummaryFiles() {}

  /**
   * Reads.
   *
   * @param check gives the contents of files, from submission to path, with the keys that are known
   */
  static SummaryFiles read(
      ReceivedFiles received,
      RegisterSteps.Reading reading,
      Function<Check, List<SummaryVerdict>> check) {
    var summaries = new SummaryFiles();
    var files = received.of(SubmissionKind.SUMMARY);
    if (files.isEmpty()) {
      return summaries;
    }
    var readable =
        files.stream()
            .filter(file -> received.refusals(file).isEmpty())
            .collect(Collectors.toMap(File::submissionId, File::path));
    var keys = keys(reading);
    check
        .apply(new Check(readable, keys.stream().map(IssuerKey::key).distinct().toList()))
        .forEach(content -> summaries.contents.put(content.submissionId(), content));
    var issuers = MetricsFiles.issuerIds(reading);
    for (var file : files) {
      var content = Optional.ofNullable(summaries.contents.get(file.submissionId()));
      var receivedAt = OffsetDateTime.ofInstant(file.receivedAt(), JAPAN);
      summaries.problems.put(
          file.submissionId(), problems(file.path(), content, keys, issuers, receivedAt));
    }
    summaries.letTheNewestStand(files);
    files.stream()
        .filter(file -> received.isInLanding(file) && summaries.isRight(file))
        .forEach(
            file -> summaries.forgetRefusedEditions(received.earlier(file.kind(), file.path())));
    return summaries;
  }

  /** What to check: paths by submission, and every key that the register holds. */
  record Check(Map<String, String> paths, List<VerificationKey> keys) implements Serializable {}

  /** The register's keys, with the days on which they hold. */
  static List<IssuerKey> keys(RegisterSteps.Reading reading) {
    return reading.rows().getOrDefault("silver.issuer_key", List.of()).stream()
        .map(
            row ->
                new IssuerKey(
                    row.text("issuer_id"),
                    VerificationKey.parse(row.text("public_key")).orElseThrow(),
                    row))
        .toList();
  }

  /**
   * Everything wrong with a file, its place included.
   *
   * @param content empty where bronze could not read it, and says so itself
   */
  static List<Problem> problems(
      String path,
      Optional<SummaryVerdict> content,
      List<IssuerKey> keys,
      Set<String> issuers,
      OffsetDateTime receivedAt) {
    var problems = new ArrayList<Problem>();
    var issuer = SummaryFile.issuerOf(path).filter(issuers::contains);
    if (issuer.isEmpty()) {
      problems.add(place(path));
    }
    content.ifPresent(known -> problems.addAll(known.problems()));
    var header = content.flatMap(SummaryVerdict::header);
    if (header.isPresent() && issuer.isPresent()) {
      ofHeader(path, header.get(), issuer.get(), receivedAt).forEach(problems::add);
      signature(path, header.get(), content.get().signedWith(), keys).ifPresent(problems::add);
    }
    return List.copyOf(problems);
  }

  private static Problem place(String path) {
    return problem(
        path,
        "",
        Reason.UNKNOWN_ID,
        SummaryFile.issuerOf(path).orElse(path),
        new BilingualText(
            "summaries/<issuer_id>/<name>.zip with an issuer of register/issuers.csv",
            "register/issuers.csv にあるカード会社IDのフォルダ（summaries/<カード会社ID>/<名前>.zip）"),
        new BilingualText(
            "Place the file in its issuer's folder, or add the issuer to the register.",
            "カード会社のフォルダに置くか、登録簿にカード会社を加えてください。"));
  }

  private static Stream<Problem> ofHeader(
      String path, SummaryHeader header, String issuer, OffsetDateTime receivedAt) {
    var problems = Stream.<Problem>builder();
    if (!header.issuerId().equals(issuer)) {
      problems.add(
          problem(
              path,
              "summary.json issuer_id",
              Reason.UNKNOWN_ID,
              header.issuerId(),
              new BilingualText("the folder's " + issuer, "フォルダのとおり " + issuer),
              new BilingualText(
                  "Place the file in the folder of the issuer that signed it.",
                  "署名したカード会社のフォルダに置いてください。")));
    }
    String rules = RuleVersions.builtIn().get("access-classification");
    if (!header.ruleVersion().equals(rules)) {
      problems.add(
          problem(
              path,
              "summary.json rule_version",
              Reason.UNKNOWN_VERSION,
              header.ruleVersion(),
              new BilingualText(rules, rules),
              new BilingualText(
                  "Counts of other rules cannot be compared. Make the summary again with a Renkei of the same rules.",
                  "異なる分類規則による集計は比較できません。同じ版の Renkei で集計し直してください。")));
    }
    boolean isTooEarly =
        header.createdAt().atZoneSameInstant(JAPAN).toLocalDate().isBefore(header.month().atDay(1));
    if (isTooEarly || header.createdAt().isAfter(receivedAt.plusDays(1))) {
      problems.add(
          problem(
              path,
              "summary.json created_at",
              Reason.DATE_OUT_OF_RANGE,
              header.createdAt().toString(),
              new BilingualText(
                  "a time in or after the month and before it was received", "対象月以後、受領以前の日時"),
              new BilingualText(
                  "Set the clock right and make the summary again.", "時計を合わせ、集計し直してください。")));
    }
    return problems.build();
  }

  /** The key must be the issuer's on the day of creation. */
  private static Optional<Problem> signature(
      String path,
      SummaryHeader header,
      Optional<VerificationKey> signedWith,
      List<IssuerKey> keys) {
    var day = header.createdAt().atZoneSameInstant(JAPAN).toLocalDate();
    var ofIssuer = keys.stream().filter(key -> key.issuerId().equals(header.issuerId())).toList();
    var rows =
        ofIssuer.stream().filter(key -> signedWith.filter(key.key()::equals).isPresent()).toList();
    if (rows.stream().anyMatch(key -> key.row().validity().holds(day))) {
      return Optional.empty();
    }
    String known =
        ofIssuer.isEmpty()
            ? "-"
            : ofIssuer.stream()
                .map(key -> key.key().fingerprint())
                .distinct()
                .collect(Collectors.joining(", "));
    var found =
        rows.isEmpty()
            ? new BilingualText("a signature by none of the issuer's keys", "カード会社の登録済みの鍵によらない署名")
            : new BilingualText(
                "a signature by key %s, which does not hold on %s"
                    .formatted(rows.get(0).key().fingerprint(), day),
                "%s に有効でない鍵 %s による署名".formatted(day, rows.get(0).key().fingerprint()));
    return Optional.of(
        Problem.error(
            path,
            Place.WHOLE_FILE.about("SHA256SUMS.sig"),
            Reason.WRONG_SIGNATURE,
            found,
            new BilingualText(
                "a signature by a key of register/issuer_keys.csv that holds on the day of creation (of the issuer there: "
                    + known
                    + ")",
                "register/issuer_keys.csv にあり、作成日に有効な鍵による署名（このカード会社の鍵の指紋：" + known + "）"),
            new BilingualText(
                "Ask the issuer, on another way than this file came, for its public key, and mend the register; or have the summary made again.",
                "このファイルとは別の経路でカード会社に公開鍵を確認し、登録簿を直すか、集計し直してもらってください。")));
  }

  private static Problem problem(
      String path,
      String subject,
      Reason reason,
      String found,
      BilingualText expected,
      BilingualText remedy) {
    var place = subject.isEmpty() ? Place.WHOLE_FILE : Place.WHOLE_FILE.about(subject);
    return Problem.error(path, place, reason, found, expected, remedy);
  }

  private void letTheNewestStand(List<File> files) {
    files.stream()
        .filter(this::isRight)
        .collect(Collectors.groupingBy(this::monthOf))
        .values()
        .forEach(
            ofMonth ->
                ofMonth.stream()
                    .sorted(
                        Comparator.comparing((File file) -> header(file).createdAt().toInstant())
                            .thenComparing(File::sha256)
                            .reversed())
                    .skip(1)
                    .forEach(file -> replaced.add(file.submissionId())));
  }

  /** What lay in the place of a right file, and was refused, is mended. */
  private void forgetRefusedEditions(List<File> editions) {
    editions.stream()
        .filter(file -> !isRight(file))
        .forEach(file -> replaced.add(file.submissionId()));
  }

  private Month monthOf(File file) {
    return new Month(header(file).issuerId(), header(file).month());
  }

  private SummaryHeader header(File file) {
    return contents.get(file.submissionId()).header().orElseThrow();
  }

  @Override
  public List<Problem> problems(File file) {
    return problems.getOrDefault(file.submissionId(), List.of());
  }

  @Override
  public boolean isRight(File file) {
    return isReadable(file) && problems(file).isEmpty();
  }

  @Override
  public boolean isReadable(File file) {
    return Optional.ofNullable(contents.get(file.submissionId()))
        .flatMap(SummaryVerdict::header)
        .isPresent();
  }

  @Override
  public boolean isReplaced(File file) {
    return replaced.contains(file.submissionId());
  }

  @Override
  public Optional<OffsetDateTime> statedAt(File file) {
    return isReadable(file) ? Optional.of(header(file).createdAt()) : Optional.empty();
  }

  @Override
  public Optional<String> issuerOf(File file) {
    return SummaryFile.issuerOf(file.path());
  }
}
