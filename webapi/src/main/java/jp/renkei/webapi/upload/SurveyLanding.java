package jp.renkei.webapi.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.surveys.Receipt;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlFile;
import jp.renkei.webapi.landing.DurableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts survey files with their receipts into landing, durably and as one. Both are written under
 * hidden names first, which nothing reads. Then the receipt appears: from there on the file is
 * handed in. Then the file appears, now or, if this program was killed in between, when a server
 * starts again. So no run sees a file whose receipt is still to come.
 */
public final class SurveyLanding {
  private static final Logger LOG = LoggerFactory.getLogger(SurveyLanding.class);
  private static final String STAGED = ".incoming-";

  /** Another server on this landing may be at work on what is younger. */
  private static final Duration ABANDONED = Duration.ofMinutes(10);

  private final Path landing;
  private final Runnable afterReceipt;

  public SurveyLanding(Path landing) {
    this(landing, () -> {});
  }

  /** With something to happen between the receipt and the file, for tests of what is left then. */
  SurveyLanding(Path landing, Runnable afterReceipt) {
    this.landing = landing;
    this.afterReceipt = afterReceipt;
  }

  /** A receipt and the stem that it is known by. */
  public record Entry(String stem, LandedName name, Receipt receipt) {}

  private Path surveys() {
    return landing.resolve("surveys");
  }

  private Path receipts() {
    return landing.resolve("receipts");
  }

  /** Where the very same bytes lie already, below landing; empty where they don't. */
  public Optional<String> find(String sha256, long size) {
    if (!Files.isDirectory(surveys())) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(surveys())) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> isOf(file, sha256, size))
          .map(file -> landing.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOf(Path file, String sha256, long size) {
    try {
      return Files.isRegularFile(file)
          && Files.size(file) == size
          && FileDigest.of(file).equals(sha256);
    } catch (IOException e) {
      // Taken away while we looked.
      return false;
    }
  }

  /**
   * Hands a file in. When this returns, it and its receipt are on the disk. Bytes that lie in
   * landing already, since they were refused or replaced, stay one submission: they get one more
   * receipt, whose later time makes them the newest answer.
   *
   * @param file whose bytes have the receipt's SHA-256
   * @param receipt whose path is {@link #pathOf}
   */
  public synchronized Entry put(Path file, LandedName name, Receipt receipt) {
    try {
      var landed = find(receipt.sha256(), Files.size(file));
      return landed.isPresent()
          ? putReceipt(name, asItCameFirst(receipt.at(landed.get())))
          : putBoth(file, name, receipt);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot hand in " + receipt.path(), e);
    }
  }

  /** A file that came in time is not late when its sender goes back to it. */
  private Receipt asItCameFirst(Receipt receipt) {
    return entries()
        .map(Entry::receipt)
        .filter(earlier -> earlier.sha256().equals(receipt.sha256()))
        .map(Receipt::arrivedOn)
        .filter(day -> day.isBefore(receipt.arrivedOn()))
        .min(LocalDate::compareTo)
        .map(receipt::arrived)
        .orElse(receipt);
  }

  private Entry putReceipt(LandedName first, Receipt receipt) throws IOException {
    DurableFile.createFolder(receipts());
    LandedName name = first;
    while (Files.exists(receiptPlace(name))) {
      name = name.again();
    }
    DurableFile.appear(staged(name, receipt), receiptPlace(name));
    return new Entry(name.stem(), name, receipt);
  }

  private Path receiptPlace(LandedName name) {
    return receipts().resolve(name.stem() + ".yaml");
  }

  private Path staged(LandedName name, Receipt receipt) throws IOException {
    Path place = receiptPlace(name);
    Path staged = place.resolveSibling(STAGED + place.getFileName());
    YamlFile.write(staged, receipt.entries());
    DurableFile.sync(staged);
    return staged;
  }

  private Entry putBoth(Path file, LandedName name, Receipt receipt) throws IOException {
    Path place = landing.resolve(receipt.path());
    Path staged = place.resolveSibling(STAGED + place.getFileName());
    DurableFile.createFolder(surveys());
    DurableFile.createFolder(receipts());
    Files.deleteIfExists(staged);
    Files.copy(file, staged);
    if (!FileDigest.of(staged).equals(receipt.sha256())) {
      throw new IOException("The file changed while it was handed in: " + file);
    }
    DurableFile.sync(staged);
    DurableFile.syncFolder(surveys());
    DurableFile.appear(staged(name, receipt), receiptPlace(name));
    afterReceipt.run();
    finish(staged, place);
    return new Entry(name.stem(), name, receipt);
  }

  /** The path below landing that a file is handed in under. */
  public static String pathOf(LandedName name, String ending) {
    return "surveys/" + name.stem() + ending;
  }

  private static void finish(Path staged, Path place) throws IOException {
    try {
      DurableFile.appear(staged, place);
    } catch (NoSuchFileException e) {
      // A server that started at this moment has done it.
      if (!Files.exists(place)) {
        throw e;
      }
    }
  }

  /** Finishes what a killed server left: what has its receipt is handed in, the rest is nothing. */
  public synchronized void recover(Clock clock) {
    Instant latest = clock.instant().minus(ABANDONED);
    for (Path staged : staged(surveys())) {
      String name = staged.getFileName().toString().substring(STAGED.length());
      Path place = staged.resolveSibling(name);
      try {
        boolean isHandedIn = isPromised(staged, name);
        if (isHandedIn) {
          finish(staged, place);
          LOG.warn("Finished handing in surveys/{}, which was interrupted", name);
        } else if (Files.getLastModifiedTime(staged).toInstant().isBefore(latest)) {
          Files.deleteIfExists(staged);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    for (Path staged : staged(receipts())) {
      try {
        if (Files.getLastModifiedTime(staged).toInstant().isBefore(latest)) {
          Files.deleteIfExists(staged);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private boolean isPromised(Path staged, String name) throws IOException {
    int dot = name.lastIndexOf('.');
    var receipt = dot < 0 ? Optional.<Entry>empty() : receipt(name.substring(0, dot));
    return receipt.isPresent()
        && receipt.orElseThrow().receipt().path().equals("surveys/" + name)
        && receipt.orElseThrow().receipt().sha256().equals(FileDigest.of(staged));
  }

  private static List<Path> staged(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(STAGED))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A receipt that this product wrote, by its stem. */
  public Optional<Entry> receipt(String stem) {
    Path file = receipts().resolve(stem + ".yaml");
    return LandedName.parse(stem)
        .filter(name -> name.stem().equals(stem) && Files.isRegularFile(file))
        .flatMap(name -> read(file).map(receipt -> new Entry(stem, name, receipt)));
  }

  /** What was handed in for some companies, the newest first. */
  public List<Entry> receiptsOf(List<String> respondents) {
    return entries().filter(entry -> respondents.contains(entry.name().respondentId())).toList();
  }

  /** What a user handed in, the newest first. */
  public List<Entry> receiptsBy(String user) {
    return entries().filter(entry -> entry.receipt().submittedBy().equals(user)).toList();
  }

  private Stream<Entry> entries() {
    if (!Files.isDirectory(receipts())) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(receipts())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml") && !name.startsWith("."))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .flatMap(stem -> receipt(stem).stream())
          .sorted(
              Comparator.comparing((Entry entry) -> entry.receipt().submittedAt().toInstant())
                  .reversed())
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Receipt> read(Path file) {
    try {
      return Optional.of(Receipt.parse(file.getFileName().toString(), Files.readString(file)));
    } catch (IOException | DefinitionException e) {
      LOG.warn("Cannot read receipt {}: {}", file, e.getMessage());
      return Optional.empty();
    }
  }
}
