package jp.renkei.warehouse.definition;

import java.util.Optional;

/** A definition file cannot be used: which file, which place, what was found, what was expected. */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient InJapanese inJapanese;

  /**
   * What the secretariat reads of files that it writes itself; the file is named elsewhere.
   *
   * @param found with the place in the file
   */
  public record InJapanese(String found, String expected) {}

  public DefinitionException(String message) {
    this(message, (InJapanese) null, null);
  }

  public DefinitionException(String message, Throwable cause) {
    this(message, null, cause);
  }

  public DefinitionException(String message, InJapanese inJapanese) {
    this(message, inJapanese, null);
  }

  public DefinitionException(String message, InJapanese inJapanese, Throwable cause) {
    super(message, cause);
    this.inJapanese = inJapanese;
  }

  /** Empty where only people who write definitions of Renkei itself meet the message. */
  public Optional<InJapanese> inJapanese() {
    return Optional.ofNullable(inJapanese);
  }
}
