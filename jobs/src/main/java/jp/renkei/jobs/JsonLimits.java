package jp.renkei.jobs;

import com.fasterxml.jackson.core.StreamReadConstraints;

/** How deep and how long JSON from outside may be before it is refused unread. */
public final class JsonLimits {
  public static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(64)
          .maxNumberLength(1_000)
          .maxNameLength(1_000)
          .maxStringLength(1 << 20)
          .build();

  private JsonLimits() {}
}
