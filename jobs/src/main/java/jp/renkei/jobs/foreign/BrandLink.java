package jp.renkei.jobs.foreign;

import java.util.List;
import java.util.Optional;

/**
 * A brand that came, went or changed its id from one snapshot to the next.
 *
 * @param earlier as the snapshot before has it; empty for one that came
 * @param later as the snapshot has it; empty for one that went
 * @param candidates of {@link Match#AMBIGUOUS} the ids on the other side, sorted
 */
public record BrandLink(
    Optional<Brand> earlier, Optional<Brand> later, Match match, List<String> candidates) {

  /** Why two ids are one brand, or that they are not known to be. */
  public enum Match {
    /** The register itself names the old id. */
    STATED_ID,
    /** The same legal entity and name. */
    ENTITY_AND_NAME,
    /** In a re-keying: the same name, and the entities' other brands went the same way. */
    NAME_AND_ENTITY_GROUP,
    /** In a re-keying: the same name, and no entity on one side that could contradict. */
    NAME,
    /** Several candidates, or one that something speaks against; none is taken. */
    AMBIGUOUS,
    NEW,
    GONE;

    /** Whether it joins two ids. */
    public boolean isSame() {
      return ordinal() <= NAME.ordinal();
    }
  }

  public BrandLink {
    candidates = List.copyOf(candidates);
  }
}
