package jp.renkei.surveys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.surveys.Question.Option;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;
import jp.renkei.warehouse.policy.PolicyRegister;

/**
 * The lists of codes that several questions share, by name. {@code message_items} and {@code
 * api_types} come from the policy register, so that they stand in one place only.
 */
record OptionLists(Map<String, List<Option>> byName) {

  static OptionLists read(String file, String text, PolicyRegister policy) {
    var lists = new LinkedHashMap<String, List<Option>>();
    lists.put(
        "message_items",
        policy.messageItems().stream()
            .map(item -> new Option(item.code(), item.label().ja(), false))
            .toList());
    lists.put(
        "api_types",
        policy.apiTypes().stream()
            .map(type -> new Option(type.code(), type.label().ja(), false))
            .toList());
    for (YamlNode node :
        YamlNode.parse(file, text).allowOnly("option_lists").nodes("option_lists")) {
      node.allowOnly("list_id", "before", "options");
      var options = new ArrayList<Option>();
      node.nodes("options").forEach(option -> options.add(option(option)));
      // A longer list is its own codes before those of a shorter one: OTHER stays last.
      node.optionalText("before").ifPresent(name -> options.addAll(named(lists, node, name)));
      if (lists.put(node.text("list_id"), List.copyOf(options)) != null) {
        throw new DefinitionException(node.place() + ": list_id stands there twice.");
      }
    }
    return new OptionLists(lists);
  }

  List<Option> of(YamlNode question) {
    return named(byName, question, question.text("options"));
  }

  private static List<Option> named(Map<String, List<Option>> lists, YamlNode where, String name) {
    List<Option> list = lists.get(name);
    if (list == null) {
      throw new DefinitionException(
          "%s: found option list '%s', expected one of %s."
              .formatted(where.place(), name, lists.keySet()));
    }
    return list;
  }

  private static Option option(YamlNode node) {
    node.allowOnly("code", "label", "exclusive");
    return new Option(node.text("code"), node.text("label"), node.flag("exclusive"));
  }
}
