package jp.renkei.surveys.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import jp.renkei.surveys.Problem.Reason;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Tells what is in the container of old Office programs, where encrypted workbooks stand too. */
final class OldOfficeFile {
  private static final int FILEPASS = 0x2F;
  private static final int BOUNDSHEET = 0x85;
  private static final int END_OF_STREAM = 0x0A;
  private static final int MOST_RECORDS = 200;

  private OldOfficeFile() {}

  static void refuse(byte[] content) throws Refusal {
    if (content.length > WorkbookLimits.LARGEST_FILE) {
      throw Refusal.of(
          Reason.TOO_LARGE, "found.bytes", WorkbookLimits.megabytes(WorkbookLimits.LARGEST_FILE));
    }
    try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
      throw refusal(files.getRoot());
    } catch (IOException | RuntimeException e) {
      throw Refusal.of(Reason.OTHER_FORMAT, "found.old_office");
    }
  }

  private static Refusal refusal(DirectoryEntry root) throws IOException {
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      boolean hasPassword = root.hasEntryCaseInsensitive("EncryptionInfo");
      return Refusal.of(
          Reason.PASSWORD_PROTECTED, hasPassword ? "found.password" : "found.rights_management");
    }
    Optional<DocumentEntry> workbook = document(root, "Workbook").or(() -> document(root, "Book"));
    if (workbook.isPresent()) {
      return hasPassword(workbook.get())
          ? Refusal.of(Reason.PASSWORD_PROTECTED, "found.password")
          : Refusal.of(Reason.OTHER_FORMAT, "found.xls");
    }
    if (root.hasEntryCaseInsensitive("WordDocument")) {
      return Refusal.of(Reason.OTHER_FORMAT, "found.word");
    }
    if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
      return Refusal.of(Reason.OTHER_FORMAT, "found.powerpoint");
    }
    return Refusal.of(Reason.OTHER_FORMAT, "found.old_office");
  }

  private static Optional<DocumentEntry> document(DirectoryEntry root, String name) {
    for (var entry : root) {
      if (entry.getName().equalsIgnoreCase(name) && entry instanceof DocumentEntry document) {
        return Optional.of(document);
      }
    }
    return Optional.empty();
  }

  /** The record that asks for a password stands before the list of sheets. */
  private static boolean hasPassword(DocumentEntry workbook) {
    try (var stream = new DocumentInputStream(workbook)) {
      for (int i = 0; i < MOST_RECORDS && stream.available() >= 4; i++) {
        int record = stream.readUShort();
        int length = stream.readUShort();
        if (record == FILEPASS) {
          return true;
        }
        if (record == BOUNDSHEET || record == END_OF_STREAM) {
          return false;
        }
        stream.skip(length);
      }
      return false;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
