package jp.renkei.webapi.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The survey desk: one worker process, asked one thing at a time. It is started when first needed
 * and anew after it ended; who takes longer than ten seconds is ended.
 */
public final class Desk implements AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(10);

  /** It reads every survey file of landing before its first answer. */
  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final List<String> command;
  private final Duration limit;
  private final Semaphore turn = new Semaphore(1, true);
  private Optional<DeskProcess> worker = Optional.empty();
  private long requests;

  /**
   * A desk, not yet started.
   *
   * @param command that starts the worker; empty where there is none
   */
  public Desk(List<String> command) {
    this(command, LIMIT);
  }

  Desk(List<String> command, Duration limit) {
    this.command = List.copyOf(command);
    this.limit = limit;
  }

  /** Whether this server was told how to start a worker. */
  public boolean isThere() {
    return !command.isEmpty();
  }

  /** Starts the worker meanwhile, so that the first who asks need not wait for it. */
  public void prepare() {
    if (command.isEmpty()) {
      return;
    }
    var start =
        new Thread(
            () -> {
              try {
                rounds();
              } catch (DeskException e) {
                LOG.warn("The survey desk is not ready yet: {}", e.kind());
              }
            },
            "survey-desk-start");
    start.setDaemon(true);
    start.start();
  }

  /** The survey rounds, the newest first. */
  public List<DeskRound> rounds() {
    return list(ask("rounds", Map.of()).path("rounds"), DeskRound.class);
  }

  /** Every respondent of a round. */
  public List<DeskStatus> status(String roundId) {
    return list(ask("status", Map.of("round_id", roundId)).path("respondents"), DeskStatus.class);
  }

  /** One respondent's part in a round; empty where it was not asked. */
  public List<DeskStatus> status(String roundId, String respondentId) {
    return list(
        ask("status", Map.of("round_id", roundId, "respondent_id", respondentId))
            .path("respondents"),
        DeskStatus.class);
  }

  /** The survey files that stand beside nobody in any round, by path. */
  public List<DeskLooseFile> looseFiles() {
    return list(ask("loose_files", Map.of()).path("files"), DeskLooseFile.class);
  }

  /** The mail-merge CSV of a round: a row per respondent of the frame that is to be reminded. */
  public String reminders(String roundId) {
    return ask("reminders", Map.of("round_id", roundId)).path("csv").asText();
  }

  /**
   * Writes a blank form.
   *
   * @return the name to save it under
   */
  public String template(String roundId, String questionnaireId, String respondentId, Path out) {
    return ask(
            "template",
            Map.of(
                "round_id",
                roundId,
                "questionnaire_id",
                questionnaireId,
                "respondent_id",
                respondentId,
                "out",
                out.toString()))
        .path("file_name")
        .asText();
  }

  /**
   * What is wrong with a file, and whose it is.
   *
   * @param name under which the sender knows it
   * @param respondentId whose file it must be, empty for anybody's
   * @param marked where the copy with its problems marked is written to
   */
  public DeskCheck check(Path file, String name, String respondentId, Path marked) {
    return value(
        ask(
            "check",
            Map.of(
                "file",
                file.toString(),
                "name",
                name,
                "respondent_id",
                respondentId,
                "marked",
                marked.toString())),
        DeskCheck.class);
  }

  private JsonNode ask(String action, Map<String, String> parameters) {
    if (command.isEmpty()) {
      throw new DeskException(DeskException.Kind.MISSING, "");
    }
    try {
      if (!turn.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new DeskException(DeskException.Kind.BUSY, "");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeskException(DeskException.Kind.BUSY, "");
    }
    try {
      var answer = exchange(running(), action, parameters, limit);
      if (!answer.path("ok").asBoolean()) {
        throw new DeskException(DeskException.Kind.REFUSED, answer.path("problem_ja").asText());
      }
      return answer;
    } finally {
      turn.release();
    }
  }

  /** A worker that has answered once: its start is not on anybody's ten seconds. */
  private DeskProcess running() {
    if (worker.filter(DeskProcess::isAlive).isEmpty()) {
      worker = Optional.of(DeskProcess.start(command));
      exchange(worker.orElseThrow(), "rounds", Map.of(), LONGEST_START);
    }
    return worker.orElseThrow();
  }

  private JsonNode exchange(
      DeskProcess process, String action, Map<String, String> parameters, Duration longest) {
    String id = Long.toString(++requests);
    var request = new LinkedHashMap<String, String>();
    request.put("id", id);
    request.put("action", action);
    request.putAll(parameters);
    try {
      var answer = MAPPER.readTree(process.ask(MAPPER.writeValueAsString(request), longest));
      if (!answer.path("id").asText().equals(id)) {
        LOG.error("The survey desk answered {} instead of {}", answer.path("id"), id);
        throw new DeskException(DeskException.Kind.ENDED, "");
      }
      return answer;
    } catch (DeskException e) {
      LOG.error("The survey desk gave no answer to {}: {}", action, e.kind());
      endWorker();
      throw e;
    } catch (JsonProcessingException e) {
      LOG.error("The survey desk gave no JSON as answer to {}", action, e);
      endWorker();
      throw new DeskException(DeskException.Kind.ENDED, "");
    }
  }

  private void endWorker() {
    worker.ifPresent(DeskProcess::end);
    worker = Optional.empty();
  }

  private static <T> List<T> list(JsonNode array, Class<T> type) {
    var values = new java.util.ArrayList<T>();
    array.forEach(one -> values.add(value(one, type)));
    return List.copyOf(values);
  }

  private static <T> T value(JsonNode node, Class<T> type) {
    try {
      return MAPPER.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    turn.acquireUninterruptibly();
    try {
      endWorker();
    } finally {
      turn.release();
    }
  }
}
