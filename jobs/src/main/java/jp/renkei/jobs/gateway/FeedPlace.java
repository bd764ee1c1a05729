package jp.renkei.jobs.gateway;

import java.util.Optional;

/** The folder of a feed below landing: {@code gateway/<issuer_id>/<feed_id>/}. */
public record FeedPlace(String issuerId, String feedId) {
  /** Parts of the path of a file in it. */
  private static final int DEPTH = 4;

  /** Where a file lies; empty where it lies in no feed's folder. */
  public static Optional<FeedPlace> of(String path) {
    String[] parts = path.split("/");
    return parts.length == DEPTH
        ? Optional.of(new FeedPlace(parts[1], parts[2]))
        : Optional.empty();
  }
}
