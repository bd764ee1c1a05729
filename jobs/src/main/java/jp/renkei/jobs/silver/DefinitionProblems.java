package jp.renkei.jobs.silver;

import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.DefinitionException.InJapanese;

/** A landed YAML file that is not what its place asks for. */
final class DefinitionProblems {
  private DefinitionProblems() {}

  /**
   * Says it in the words of the reader where it has Japanese ones.
   *
   * @param expected what such a file holds, where the reader does not say it closer
   */
  static Problem unusable(
      String path, DefinitionException cause, BilingualText expected, BilingualText remedy) {
    var inJapanese = cause.inJapanese();
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.UNREADABLE,
        new BilingualText(
            cause.getMessage(), inJapanese.map(InJapanese::found).orElseGet(cause::getMessage)),
        new BilingualText(
            expected.en(), inJapanese.map(InJapanese::expected).orElse(expected.ja())),
        remedy);
  }
}
