package jp.renkei.jobs.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Faulty lines added to the last month of the first three API feeds and of the first web feed: one
 * of each kind a file. They come on top of the asked-for lines.
 */
final class LogFaults {
  private static final int API_FEEDS_WITH_FAULTS = 3;
  private static final int LINES_THAT_HIDE_THEM = 3;
  private static final String TEST_CARD = "4111 1111 1111 1111";

  private final SampleStory story;

  LogFaults(SampleStory story) {
    this.story = story;
  }

  /** The lines with the faulty ones among them. */
  List<String> added(Feed feed, String path, List<String> lines) {
    if (lines.size() < LINES_THAT_HIDE_THEM) {
      return lines;
    }
    List<String> all = new ArrayList<>(lines);
    String model = lines.get(lines.size() / 2);
    if (feed.isApi() && feed.place() < API_FEEDS_WITH_FAULTS) {
      String cut = model.substring(0, model.length() / 2);
      plant(all, path, PlantedKind.LOG_TRUNCATED_JSON, cut);
      plant(
          all,
          path,
          PlantedKind.LOG_WRONG_TYPE,
          changed(model, "\"status\":\\d+", "\"status\":\"ok\""));
      plant(
          all,
          path,
          PlantedKind.LOG_MISSING_FIELD,
          changed(model, "\"event_time\":\"[^\"]*\",", ""));
      plant(
          all,
          path,
          PlantedKind.LOG_BAD_TIME,
          changed(
              model, "\"event_time\":\"[^\"]*\"", "\"event_time\":\"2026-13-45T99:00:00+09:00\""));
      plant(
          all,
          path,
          PlantedKind.LOG_CARD_NUMBER,
          changed(model, "\"path\":\"[^\"]*\"", "\"path\":\"/v1/statements/" + TEST_CARD + "\""));
      plant(all, path, PlantedKind.LOG_DUPLICATE_LINE, model);
    } else if (!feed.isApi() && feed.place() == 0) {
      plant(
          all,
          path,
          PlantedKind.LOG_TRUNCATED_COMBINED,
          model.substring(0, model.indexOf(" HTTP/")));
      plant(
          all,
          path,
          PlantedKind.LOG_CARD_NUMBER,
          changed(model, "\"(GET|POST) [^ ]*", "\"GET /statement/" + TEST_CARD.replace(' ', '-')));
    }
    return all;
  }

  private void plant(List<String> lines, String path, PlantedKind kind, String line) {
    // Near the end, each at another place, so that line numbers matter.
    lines.add(lines.size() - 1, line);
    story.add(kind, path, 1, "line " + (lines.size() - 1));
  }

  private static String changed(String line, String pattern, String replacement) {
    String other = line.replaceFirst(pattern, replacement);
    if (other.equals(line)) {
      throw new IllegalStateException("Cannot plant a fault: no " + pattern + " in the line");
    }
    return other;
  }
}
