package jp.renkei.webapi.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One running worker: a line in, a line out. */
final class DeskProcess {
  /** No answer is longer; a line that does not end would fill this server's memory. */
  private static final int LONGEST_LINE = 16 << 20;

  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final Process process;
  private final Writer requests;
  private final LinkedBlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();

  private DeskProcess(Process process) {
    this.process = process;
    this.requests = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
  }

  static DeskProcess start(List<String> command) {
    // What it logs goes where this server logs.
    var builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
    // It opens strangers' files, and needs no key for that.
    builder.environment().remove("RENKEI_PSEUDONYM_KEY");
    try {
      var started = new DeskProcess(builder.start());
      var reader = new Thread(started::readAnswers, "survey-desk-answers");
      reader.setDaemon(true);
      reader.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + command, e);
    }
  }

  private void readAnswers() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      var line = new StringBuilder();
      for (int c = lines.read(); c >= 0 && line.length() < LONGEST_LINE; c = lines.read()) {
        if (c == '\n') {
          answers.add(Optional.of(line.toString()));
          line.setLength(0);
        } else {
          line.append((char) c);
        }
      }
    } catch (IOException e) {
      // The process was ended while it was read: no more answers, as below.
    }
    answers.add(Optional.empty());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @throws DeskException when the process ends or takes too long
   */
  String ask(String request, Duration limit) {
    try {
      requests.write(request);
      requests.write('\n');
      requests.flush();
      var answer = answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (answer == null) {
        throw new DeskException(DeskException.Kind.TOO_LONG, "");
      }
      return answer.orElseThrow(() -> new DeskException(DeskException.Kind.ENDED, ""));
    } catch (IOException e) {
      throw new DeskException(DeskException.Kind.ENDED, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeskException(DeskException.Kind.ENDED, "");
    }
  }

  /** Ends the process and whatever it started, before another takes its memory. */
  void end() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
