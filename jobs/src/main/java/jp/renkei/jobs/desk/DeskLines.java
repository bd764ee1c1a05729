package jp.renkei.jobs.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk by lines of JSON: {@code {"id":"1","action":"rounds"}} and the like. */
public final class DeskLines {
  private static final Logger LOG = LoggerFactory.getLogger(DeskLines.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Desk desk;

  public DeskLines(Path landing, Clock clock) {
    this.desk = new Desk(landing, clock);
  }

  /** Looks at everything once: from then on a question waits for what is new alone. */
  public void readAll() {
    desk.readAll();
  }

  /** One line for one line; {@code ok} is false where the answer is {@code problem_ja} alone. */
  public String answer(String line) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("id", "");
    answer.put("ok", false);
    try {
      JsonNode fields = JSON.readTree(line);
      var request = new DeskRequest(fields);
      answer.put("id", request.id());
      Map<String, Object> found = desk.answer(request);
      answer.put("ok", true);
      answer.putAll(found);
    } catch (DeskProblem problem) {
      answer.put("problem_ja", problem.getMessage());
    } catch (JsonProcessingException problem) {
      answer.put("problem_ja", "要求がJSONではありません。");
    } catch (IOException | RuntimeException fault) {
      LOG.error("Cannot answer a request: {}", fault.toString(), fault);
      answer.put("problem_ja", "処理中に問題が起きました。もう一度お試しください。続くときは事務局に連絡してください。");
    }
    return text(answer);
  }

  private static String text(Map<String, Object> answer) {
    try {
      return JSON.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
