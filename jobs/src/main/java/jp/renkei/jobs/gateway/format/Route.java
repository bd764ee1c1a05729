package jp.renkei.jobs.gateway.format;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * One declared route of a feed.
 *
 * @param template as feed.yaml declares it: {@code /v1/statements/{id}}
 * @param segments between the slashes of its template; {@code {name}} stands for any one segment
 * @param kind the API type on the API front; login or statement on the members' site
 */
public record Route(String template, List<String> segments, String kind) {
  /** What an undeclared route counts as. */
  public static final String OTHER = "OTHER";

  /** Stands for all that the feed does not declare. */
  static final Route UNDECLARED = new Route("", List.of(), OTHER);

  private static final Set<String> API_TYPES =
      Set.of(
          "STATEMENT_DETAIL",
          "BILLING_AMOUNT",
          "CREDIT_AVAILABLE",
          "POINT_BALANCE",
          "MEMBER_PROFILE",
          "CARD_LIST",
          "EVENT_NOTICE",
          "UPDATE_OP");
  private static final Set<String> WEB_KINDS = Set.of("login", "statement");

  /** What a route of a front may be. */
  public static Set<String> kinds(Front front) {
    return front == Front.API ? API_TYPES : WEB_KINDS;
  }

  static Route parse(YamlNode node, Front front) {
    node.allowOnly("template", front == Front.API ? "api_type" : "kind");
    String kind = node.text(front == Front.API ? "api_type" : "kind");
    Set<String> known = kinds(front);
    if (!known.contains(kind)) {
      throw new DefinitionException(
          "%s: found '%s', expected one of %s."
              .formatted(node.place(), kind, known.stream().sorted().toList()),
          new DefinitionException.InJapanese(
              "routes：" + kind,
              known.stream().sorted().collect(Collectors.joining("、", "次のいずれか：", ""))));
    }
    String template = node.text("template");
    if (!template.startsWith("/")) {
      throw new DefinitionException(
          node.place() + ": template: found '" + template + "', expected a path like /v1/{id}.",
          new DefinitionException.InJapanese(
              "routes：template「" + template + "」", "/v1/{id} のような、/ で始まるパス"));
    }
    return new Route(template, List.of(template.substring(1).split("/", -1)), kind);
  }

  public boolean isDeclared() {
    return this != UNDECLARED;
  }

  /** The segments that every path of this route has. */
  public Stream<String> words() {
    return segments.stream().filter(segment -> !isVariable(segment) && !segment.isEmpty());
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  /** Whether a path, without query string, is one of this route. */
  public boolean matches(String path) {
    int start = 1;
    if (path.isEmpty() || path.charAt(0) != '/') {
      return false;
    }
    for (int index = 0; index < segments.size(); index++) {
      if (start > path.length()) {
        return false;
      }
      int end = path.indexOf('/', start);
      end = end < 0 ? path.length() : end;
      String segment = segments.get(index);
      boolean isEqual =
          isVariable(segment)
              ? end > start
              : segment.length() == end - start
                  && path.regionMatches(start, segment, 0, segment.length());
      if (!isEqual) {
        return false;
      }
      start = end + 1;
    }
    // One slash at the end makes no other route.
    return start == path.length() + 1 || start == path.length();
  }
}
