package jp.renkei.webapi.releases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.renkei.warehouse.release.ReleaseStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes decisions about releases by the command that also takes them on a terminal, in a process of
 * its own, one at a time: a publication is verified first, which takes its time.
 */
public final class DecisionJobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DecisionJobs.class);

  /** Most of what a command says that is kept. */
  private static final int LONGEST_SAYING = 8_000;

  private final List<String> command;
  private final ReleaseStore store;
  private final Path landing;
  private Optional<Job> last = Optional.empty();

  /**
   * What became of a decision.
   *
   * @param action review, publish or withdraw
   * @param said what the command says, while it runs nothing
   */
  public record Outcome(int release, String action, State state, String said) {}

  /** How far a decision has come. */
  public enum State {
    RUNNING,
    DONE,
    /** Refused, or failed; nothing was decided. */
    FAILED
  }

  private record Job(Process process, CountDownLatch end, Outcome[] outcome) {
    Outcome now() {
      return outcome[0];
    }
  }

  /**
   * Decisions about a store's releases.
   *
   * @param command that takes them, empty where this server was not told of one
   */
  public DecisionJobs(List<String> command, ReleaseStore store, Path landing) {
    this.command = List.copyOf(command);
    this.store = store;
    this.landing = landing;
  }

  /** Whether this server was told how to decide. */
  boolean isThere() {
    return !command.isEmpty();
  }

  /** The decision taken last, or still under way. */
  synchronized Optional<Outcome> last() {
    return last.map(Job::now);
  }

  /**
   * Takes a decision, unless one is still under way.
   *
   * @param by who is signed in
   * @param options of the command, a name and its value in one: no value is taken for an option
   * @return whether it was begun
   */
  synchronized boolean begin(int release, String action, String by, List<String> options) {
    if (last().map(Outcome::state).equals(Optional.of(State.RUNNING))) {
      return false;
    }
    var line = new ArrayList<>(command);
    line.add(action);
    line.add(Integer.toString(release));
    line.add("--warehouse=" + store.folder().getParent());
    line.add("--landing=" + landing.toAbsolutePath());
    line.add("--by=" + by);
    line.addAll(options);
    var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectInput(nothing());
    // It reads figures that are pseudonymous already, and needs no key for that.
    builder.environment().remove("RENKEI_PSEUDONYM_KEY");
    try {
      var process = builder.start();
      var job =
          new Job(
              process,
              new CountDownLatch(1),
              new Outcome[] {new Outcome(release, action, State.RUNNING, "")});
      last = Optional.of(job);
      var waiting = new Thread(() -> await(job, release, action), "release-decision");
      waiting.setDaemon(true);
      waiting.start();
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + command, e);
    }
  }

  private static Redirect nothing() {
    return Redirect.from(
        Path.of(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null")
            .toFile());
  }

  /** Waits for the decision that was begun last, at most so long. */
  void await(Duration longest) {
    Optional<Job> job;
    synchronized (this) {
      job = last;
    }
    try {
      if (job.isPresent()) {
        job.get().end().await(longest.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void await(Job job, int release, String action) {
    String said = "";
    boolean isDone = false;
    try (var output = job.process().getInputStream()) {
      said = new String(output.readNBytes(LONGEST_SAYING), StandardCharsets.UTF_8).strip();
      output.transferTo(java.io.OutputStream.nullOutputStream());
      isDone = job.process().waitFor() == 0;
    } catch (IOException e) {
      LOG.error("Cannot read what 'release {} {}' says", action, release, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!isDone) {
      LOG.warn("'release {} {}' ended without a decision: {}", action, release, said);
    }
    synchronized (this) {
      job.outcome()[0] = new Outcome(release, action, isDone ? State.DONE : State.FAILED, said);
    }
    job.end().countDown();
  }

  /** Ends what is under way: a decision is either in landing as a whole or was not taken. */
  @Override
  public synchronized void close() {
    last.map(Job::process)
        .filter(Process::isAlive)
        .ifPresent(
            process -> {
              process.descendants().forEach(ProcessHandle::destroy);
              process.destroy();
            });
  }
}
