package jp.renkei.surveys.workbook;

/**
 * Looks for a document type declaration in the bytes of an XML part, whether they are UTF-8 or
 * UTF-16. Bombs of entities and outer entities need one; no spreadsheet program writes one.
 */
final class DocumentTypeScan {
  private static final String DECLARATION = "<!DOCTYPE";
  private int matched;
  private boolean isFound;

  void feed(byte[] bytes, int length) {
    for (int i = 0; i < length && !isFound; i++) {
      byte letter = bytes[i];
      if (letter == 0) {
        continue;
      }
      if (letter == DECLARATION.charAt(matched)) {
        matched++;
        isFound = matched == DECLARATION.length();
      } else {
        matched = letter == '<' ? 1 : 0;
      }
    }
  }

  boolean isFound() {
    return isFound;
  }
}
