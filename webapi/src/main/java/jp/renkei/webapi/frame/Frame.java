package jp.renkei.webapi.frame;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.assets.Assets;
import jp.renkei.webapi.security.Visitor;

/**
 * What surrounds every page: its language, its address and the release it shows.
 *
 * @param path of the page, without parameters
 * @param visitor who reads it, and so whose file of a release it shows
 * @param release empty on pages that show none, such as an error
 */
public record Frame(
    Language language,
    String path,
    Query query,
    Visitor visitor,
    Optional<ShownRelease> release,
    Assets assets) {

  private static final List<String> SECTIONS =
      List.of(
          "/",
          "/issuers",
          "/roadmap",
          "/policy",
          "/international",
          "/surveys",
          "/definitions",
          "/releases",
          "/downloads");

  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

  public Frame {
    // A link to //host would lead away from this server.
    path = path.replaceFirst("^[/\\\\]+", "/");
  }

  /** An entry of the navigation. */
  public record Section(String path, String textKey) {}

  public List<Section> sections() {
    return Stream.concat(SECTIONS.stream(), sectionsOfUser())
        .map(
            section ->
                new Section(
                    section, "nav." + (section.equals("/") ? "overview" : section.substring(1))))
        .toList();
  }

  private Stream<String> sectionsOfUser() {
    if (visitor.isRespondent()) {
      return Stream.of("/upload", "/figures");
    }
    var ofSecretariat = isForSecretariat() ? Stream.of("/quality") : Stream.<String>empty();
    return visitor.isSecretariat()
        ? Stream.concat(ofSecretariat, Stream.of("/upload"))
        : ofSecretariat;
  }

  /** Whose file of a release the page shows. */
  public Audience audience() {
    return visitor.audience();
  }

  /** Whether the page is the section's own, or lies below it. */
  public boolean isIn(Section section) {
    return section.path().equals(path)
        || (!section.path().equals("/") && path.startsWith(section.path() + "/"));
  }

  public String text(String key, Object... values) {
    return Texts.of(language).text(key, values);
  }

  /** The text of a key, in the secretariat's own words where the bundle has any. */
  public String audienceText(String key) {
    return isForSecretariat()
        ? Texts.of(language).textOr(key + ".secretariat", text(key))
        : text(key);
  }

  /** Whether the page may name companies that do not consent to it. */
  public boolean isForSecretariat() {
    return audience() == Audience.SECRETARIAT;
  }

  /** What people read instead of a code of a list, such as {@code value_state}. */
  public String word(String list, String code) {
    String label =
        CodeLabels.lists().contains(list)
            ? isJapanese() ? CodeLabels.japanese(list, code) : CodeLabels.english(list, code)
            : code;
    return label.equals(code) ? Texts.of(language).textOr(list + "." + code, code) : label;
  }

  /** A day: {@code 2026年3月31日}, for English readers {@code 2026-03-31}. */
  public String date(LocalDate day) {
    return isJapanese() ? PeriodText.date(day) : day.toString();
  }

  /** A month by its first day: {@code 2026年3月}, for English readers {@code 2026-03}. */
  public String month(LocalDate firstDay) {
    return isJapanese() ? PeriodText.month(firstDay) : YearMonth.from(firstDay).toString();
  }

  /** A day, or the sign for none. */
  public String date(Optional<LocalDate> day) {
    return day.map(this::date).orElseGet(() -> text("missing"));
  }

  /**
   * The language of a text that is Japanese on every page, such as a sheet's name or a respondent's
   * own words; null where it is the page's own.
   */
  public String languageOf(String text) {
    return !isJapanese() && JAPANESE.matcher(text).find() ? "ja" : null;
  }

  public boolean isJapanese() {
    return language == Language.JA;
  }

  /** An address on this server that keeps the reader's language and pinned release. */
  public String href(String target) {
    return href(target, Map.of());
  }

  public String href(String target, Map<String, String> parameters) {
    Query kept = query.only("lang", "release");
    for (var parameter : parameters.entrySet()) {
      kept = kept.with(parameter.getKey(), parameter.getValue());
    }
    return target + kept.text();
  }

  /** The page to sign in on, which leads back here. */
  public String signIn() {
    return href("/sign-in", Map.of("to", path + query.only("lang", "round").text()));
  }

  /** This page with one parameter changed. */
  public String here(String name, String value) {
    return path + query.with(name, value).text();
  }

  /** This page in the other language. */
  public String otherLanguage() {
    Language other = language.other();
    return here("lang", other == Language.JA ? "" : other.code());
  }
}
