package jp.renkei.warehouse.definition;

/** A definition file cannot be used: which file, which place, what was found, what was expected. */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DefinitionException(String message) {
    super(message);
  }

  public DefinitionException(String message, Throwable cause) {
    super(message, cause);
  }
}
