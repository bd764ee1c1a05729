package jp.renkei.warehouse.rules;

import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * When a gateway feed's logs are a data-quality finding.
 *
 * @param clockJumpDays a stretch of more days without a row parts a file's days from its bulk
 * @param stepBackSeconds event times of one file and day may go back by so much
 * @param overlapSeconds two files without request ids may share so much time
 * @param lowPercentBelow a day's rows must be so far below the median to be low
 * @param lowWindowDays the days before, of which the covered ones give the median
 * @param lowFewestDays covered days that a median needs
 * @param lowLeastMedian rows a day under which a median says nothing
 */
public record DataQualityRules(
    int version,
    int clockJumpDays,
    int stepBackSeconds,
    int overlapSeconds,
    int lowPercentBelow,
    int lowWindowDays,
    int lowFewestDays,
    int lowLeastMedian) {

  public DataQualityRules {
    boolean isSound =
        clockJumpDays > 0
            && stepBackSeconds >= 0
            && overlapSeconds >= 0
            && lowPercentBelow > 0
            && lowPercentBelow <= 100
            && lowFewestDays > 0
            && lowWindowDays >= lowFewestDays
            && lowLeastMedian >= 0;
    if (!isSound) {
      throw new IllegalArgumentException(
          "Cannot use data-quality rules: a limit is out of range in quality.yaml.");
    }
  }

  public static DataQualityRules builtIn() {
    String file = "quality.yaml";
    var node =
        YamlNode.parse(file, Definitions.read("definitions/rules", file).get(file))
            .allowOnly("rules", "version", "findings", "logs");
    var logs =
        node.node("logs")
            .allowOnly(
                "clock_jump_days",
                "step_back_seconds",
                "overlap_seconds",
                "low_percent_below",
                "low_window_days",
                "low_fewest_days",
                "low_least_median");
    return new DataQualityRules(
        node.integer("version"),
        logs.integer("clock_jump_days"),
        logs.integer("step_back_seconds"),
        logs.integer("overlap_seconds"),
        logs.integer("low_percent_below"),
        logs.integer("low_window_days"),
        logs.integer("low_fewest_days"),
        logs.integer("low_least_median"));
  }
}
