package jp.renkei.warehouse.rules;

import java.util.SortedMap;
import java.util.TreeMap;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.definition.YamlNode;

/** The version of every rules file; it stands beside each figure that the rules decide. */
public final class RuleVersions {
  private RuleVersions() {}

  /** Version by name of the rules file, such as {@code reconciliation} to {@code 1}. */
  public static SortedMap<String, String> builtIn() {
    var versions = new TreeMap<String, String>();
    Definitions.read("definitions/rules", ".yaml")
        .forEach(
            (file, text) ->
                versions.put(
                    file.replace(".yaml", ""), YamlNode.parse(file, text).text("version")));
    return versions;
  }
}
