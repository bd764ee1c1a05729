package jp.renkei.jobs.foreign;

import java.util.List;
import java.util.Optional;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.DefinitionException.InJapanese;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * A register of another country, from {@code foreign_registers/<register_id>/register.yaml}: whose
 * it is, what its rows are, and where in its answers what stands. Another country's register costs
 * such a file and no code.
 *
 * @param countryCode ISO 3166-1 alpha-2; XA to XZ are free for fictitious countries
 * @param basis what one row is and under which rule it is there
 * @param layouts the forms of its answers; the first that fits a snapshot reads it
 */
public record RegisterDescription(
    String registerId,
    String countryCode,
    Words country,
    Words name,
    Words basis,
    Words source,
    Optional<String> sourceUrl,
    String licence,
    boolean isFictitious,
    SnapshotDate snapshotDate,
    List<SnapshotLayout> layouts) {
  /** How the file is called. */
  public static final String FILE_NAME = "register.yaml";

  /** What is read in Japanese and in English. */
  public record Words(String ja, String en) {
    private static Words of(YamlNode node, String... others) {
      var known = new String[others.length + 2];
      known[0] = "ja";
      known[1] = "en";
      System.arraycopy(others, 0, known, 2, others.length);
      node.allowOnly(known);
      return new Words(node.text("ja"), node.text("en"));
    }
  }

  public RegisterDescription {
    layouts = List.copyOf(layouts);
  }

  /**
   * Parses.
   *
   * @throws DefinitionException when it is no such file; what was found and expected, in Japanese
   *     too
   */
  public static RegisterDescription parse(String registerId, String path, String text) {
    var node =
        YamlNode.parse(path, text)
            .allowOnly(
                "country",
                "name",
                "basis",
                "source",
                "licence",
                "is_fictitious",
                "snapshot_date",
                "layouts");
    require(
        registerId.matches("[a-z][a-z0-9_]{1,39}"),
        path,
        "the folder '" + registerId + "'",
        "a name of a-z, 0-9 and _, which is the register's id",
        "フォルダ名：" + registerId,
        "英小文字・数字・_ の名前（登録簿のIDになる）");
    var country = node.node("country");
    String code = country.allowOnly("code", "ja", "en").text("code");
    require(
        code.matches("[A-Z]{2}"),
        path,
        "country " + code,
        "two capitals",
        "code：" + code,
        "英大文字2字");
    boolean isFictitious = node.flag("is_fictitious");
    require(
        isFictitious == code.startsWith("X"),
        path,
        "country " + code + " and is_fictitious " + isFictitious,
        "a code XA to XZ for a fictitious country, and for no other",
        "code：" + code + "、is_fictitious：" + isFictitious,
        "架空の国は XA～XZ で is_fictitious: true、実在の国はどちらでもない組合せ");
    var source = node.node("source");
    var url = source.optionalText("url");
    require(
        url.filter(address -> !address.matches("https://[\\x21-\\x7e]{1,500}")).isEmpty(),
        path,
        "source url " + url.orElse(""),
        "an address that begins with https://",
        "url：" + url.orElse(""),
        "https:// で始まるURL");
    var layouts = node.nodes("layouts").stream().map(SnapshotLayout::of).toList();
    require(!layouts.isEmpty(), path, "no layouts", "at least one", "layouts なし", "1つ以上の layouts");
    return new RegisterDescription(
        registerId,
        code,
        Words.of(country, "code"),
        Words.of(node.node("name")),
        Words.of(node.node("basis")),
        Words.of(source, "url"),
        url,
        node.text("licence"),
        isFictitious,
        SnapshotDate.of(node.node("snapshot_date")),
        layouts);
  }

  private static void require(
      boolean isSo, String path, String found, String expected, String foundJa, String wantedJa) {
    if (!isSo) {
      throw new DefinitionException(
          "%s: found %s, expected %s.".formatted(path, found, expected),
          new InJapanese(foundJa, wantedJa));
    }
  }
}
