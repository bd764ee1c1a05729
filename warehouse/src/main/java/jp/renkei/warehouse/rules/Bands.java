package jp.renkei.warehouse.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.definition.YamlNode;

/** Whole numbers from 0 upwards cut into bands without a gap, the lowest first. */
public record Bands(int version, List<Band> bands) {
  /** The band of what has no number. */
  public static final String UNKNOWN = "UNKNOWN";

  /**
   * One band; both ends belong to it.
   *
   * @param highest empty for the last band, which has no upper end
   */
  public record Band(
      String code, String labelJa, String labelEn, long lowest, OptionalLong highest) {
    public Band {
      if (lowest < 0 || highest.orElse(lowest) < lowest) {
        throw new DefinitionException(
            "Cannot use band %s: it runs from %d to %d."
                .formatted(code, lowest, highest.orElse(lowest)));
      }
    }
  }

  public Bands {
    bands = List.copyOf(bands);
    for (int i = 0; i < bands.size(); i++) {
      boolean isLast = i == bands.size() - 1;
      if (bands.get(i).highest().isEmpty() != isLast) {
        throw new DefinitionException(
            "Cannot use bands: %s %s 'highest', expected it for all but the last."
                .formatted(bands.get(i).code(), isLast ? "has" : "has no"));
      }
    }
  }

  /** How issuers are grouped by the cards that they have issued. */
  public static Bands ofSize() {
    return read("size-bands.yaml");
  }

  /** What the questionnaires' cost bands are in yen. */
  public static Bands ofCost() {
    return read("cost-bands.yaml");
  }

  private static Bands read(String file) {
    return parse(file, Definitions.read("definitions/rules", file).get(file));
  }

  static Bands parse(String file, String text) {
    var node = YamlNode.parse(file, text).allowOnly("rules", "version", "bands");
    var bands = new ArrayList<Band>();
    long lowest = 0;
    for (var one : node.nodes("bands")) {
      one.allowOnly("code", "highest", "ja", "en");
      var highest =
          one.has("highest") ? OptionalLong.of(one.integer("highest")) : OptionalLong.empty();
      bands.add(new Band(one.text("code"), one.text("ja"), one.text("en"), lowest, highest));
      lowest = highest.orElse(lowest) + 1;
    }
    return new Bands(node.integer("version"), bands);
  }
}
