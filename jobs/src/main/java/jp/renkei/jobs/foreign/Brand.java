package jp.renkei.jobs.foreign;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One brand as a snapshot of a register has it. A brand is not the company: one legal entity may
 * hold several, and a register may leave the entity out.
 *
 * @param earlierIds other ids that the register itself says the brand had
 * @param name free text of the register
 * @param entityId of the legal entity, without spaces, which are layout in every register we know
 */
public record Brand(
    String id,
    List<String> earlierIds,
    String name,
    Optional<String> entityId,
    Optional<String> entityName)
    implements Serializable {

  public Brand {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    earlierIds = List.copyOf(earlierIds);
  }

  /** The name as names are compared: NFKC, without case, single spaces. */
  public String comparableName() {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
