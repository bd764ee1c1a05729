package jp.renkei.jobs.gateway;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import jp.renkei.jobs.Sha256;
import jp.renkei.jobs.gateway.classify.UserAgentClasses;
import jp.renkei.jobs.gateway.format.Feed;
import jp.renkei.jobs.gateway.format.Front;

/**
 * The hash of all that a log file's rows depend on beside its bytes. When it differs from the one
 * that the tables hold, the file is read anew, so that the order in which things arrive does not
 * matter. What a front's rules never ask for stays out: a new network leaves API logs alone.
 */
final class AccessContext {
  /** Rises when this program reads the same line otherwise than before. */
  static final String READING = "5";

  private static final int HEXADECIMAL_DIGITS = 32;

  private final SharedInputs shared;
  private final String networks;

  AccessContext(SharedInputs shared) {
    this.shared = shared;
    this.networks = sorted(shared.registers().networks().stream());
  }

  String of(
      boolean isGzip,
      String issuerId,
      String feedId,
      Front front,
      String feedText,
      String formatText) {
    var digest = Sha256.digest();
    Stream.of(
            READING,
            isGzip ? "gzip" : "",
            issuerId,
            feedId,
            Feed.ofReading(feedText),
            formatText,
            shared.rulesText(),
            shared.key().fingerprint(),
            front == Front.WEB ? networks : "",
            shared.userAgentsText(),
            shared.storedWordsText(),
            front == Front.WEB ? UserAgentClasses.libraryVersion() : "",
            front == Front.API ? sorted(shared.registers().aliasesOf(issuerId).stream()) : "")
        .forEach(
            part -> {
              byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
              digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
              digest.update(bytes);
            });
    return Sha256.hexadecimal(digest).substring(0, HEXADECIMAL_DIGITS);
  }

  private static String sorted(Stream<?> records) {
    return String.join("\n", records.map(Object::toString).sorted().toList());
  }
}
