package jp.renkei.warehouse.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * The whole policy register as it ships with the product, in the order of the files ({@code
 * definitions/policy}).
 */
public record PolicyRegister(
    List<PolicyEvent> events,
    List<Meeting> meetings,
    List<Commitment> commitments,
    List<GuidelinePart> guidelineParts,
    List<PopulationFrame> frames,
    List<StatedIndicator> indicators,
    List<MessageItem> messageItems,
    List<PolicyCode> apiTypes) {

  public PolicyRegister {
    events = List.copyOf(events);
    meetings = List.copyOf(meetings);
    commitments = List.copyOf(commitments);
    guidelineParts = List.copyOf(guidelineParts);
    frames = List.copyOf(frames);
    indicators = List.copyOf(indicators);
    messageItems = List.copyOf(messageItems);
    apiTypes = List.copyOf(apiTypes);
    var types = Set.copyOf(apiTypes.stream().map(PolicyCode::code).toList());
    for (MessageItem item : messageItems) {
      if (!types.contains(item.apiType())) {
        throw new DefinitionException(
            "message-items.yaml: %s: found API type '%s', expected one of %s."
                .formatted(item.code(), item.apiType(), types));
      }
    }
  }

  /**
   * Reads the register from the class path.
   *
   * @throws DefinitionException when a file is missing, has an unknown key or repeats an id
   */
  public static PolicyRegister load() {
    return of(Definitions.read("definitions/policy", ".yaml"));
  }

  static PolicyRegister of(SortedMap<String, String> files) {
    YamlNode populations =
        root(files, "population-frames").allowOnly("frames", "indicator_definitions");
    return new PolicyRegister(
        only(files, "timeline", "events", PolicyEvent::of, PolicyEvent::eventId),
        only(files, "meetings", "meetings", Meeting::of, Meeting::meetingId),
        only(files, "commitments", "commitments", Commitment::of, Commitment::commitmentId),
        only(files, "guideline-parts", "parts", GuidelinePart::of, GuidelinePart::partId),
        entries(populations, "frames", PopulationFrame::of, PopulationFrame::populationId),
        entries(
            populations,
            "indicator_definitions",
            StatedIndicator::of,
            StatedIndicator::indicatorId),
        only(files, "message-items", "items", MessageItem::of, MessageItem::code),
        only(files, "api-types", "api_types", PolicyCode::of, PolicyCode::code));
  }

  private static YamlNode root(SortedMap<String, String> files, String name) {
    String file = name + ".yaml";
    String text = files.get(file);
    if (text == null) {
      throw new DefinitionException("Cannot load the policy register: " + file + " is missing.");
    }
    return YamlNode.parse(file, text);
  }

  private static <T> List<T> only(
      SortedMap<String, String> files,
      String name,
      String key,
      Function<YamlNode, T> read,
      Function<T, String> id) {
    return entries(root(files, name).allowOnly(key), key, read, id);
  }

  private static <T> List<T> entries(
      YamlNode root, String key, Function<YamlNode, T> read, Function<T, String> id) {
    var entries = root.nodes(key).stream().map(read).toList();
    if (entries.isEmpty()) {
      throw new DefinitionException(root.place() + ": found no entries below '" + key + "'.");
    }
    var ids = new HashSet<String>();
    for (T entry : entries) {
      if (!ids.add(id.apply(entry))) {
        throw new DefinitionException(
            root.place() + ": id '" + id.apply(entry) + "' stands there twice.");
      }
    }
    return entries;
  }
}
