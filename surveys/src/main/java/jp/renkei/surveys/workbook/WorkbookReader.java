package jp.renkei.surveys.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.renkei.surveys.Problem.Reason;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;

/**
 * Reads a stranger's .xlsx as a stream, and only what stands in its cells: no formula is worked
 * out, nothing outside the file is looked at. What kind of file it is, and how much it holds, is
 * checked before anything in it is parsed; see {@link WorkbookLimits}.
 */
public final class WorkbookReader {
  private WorkbookReader() {}

  /** Reads a file of any content; what is wrong with it is in the problems. */
  public static WorkbookReading read(String file, byte[] content) {
    try {
      return new WorkbookReading(Optional.of(content(content)), List.of());
    } catch (Refusal refusal) {
      return refused(file, refusal);
    } catch (IOException | OpenXML4JException | RuntimeException e) {
      // The library met what no spreadsheet program writes: the sender's file is at fault, not we.
      return refused(file, Refusal.of(Reason.UNREADABLE, "found.damaged"));
    }
  }

  private static WorkbookReading refused(String file, Refusal refusal) {
    return new WorkbookReading(Optional.empty(), List.of(refusal.of(file)));
  }

  private static WorkbookContent content(byte[] content)
      throws Refusal, IOException, OpenXML4JException {
    FileKind.refuseOtherThanZip(content);
    try (ZipFile zip = ArchiveCheck.open(content)) {
      OPCPackage opened = OPCPackage.open(new ZipFileZipEntrySource(zip));
      try {
        return content(opened);
      } finally {
        opened.revert();
      }
    }
  }

  private static WorkbookContent content(OPCPackage opened)
      throws Refusal, IOException, OpenXML4JException {
    PackagePart main = PackageCheck.mainPart(opened);
    var index = WorkbookIndex.read(main);
    Optional<PackagePart> texts = related(main, "sharedStrings");
    Optional<PackagePart> styles = related(main, "styles");
    var reading =
        new SheetReading(
            texts.isPresent() ? SharedTexts.read(texts.get()) : SharedTexts.none(),
            styles.isPresent() ? NumberFormats.read(styles.get()) : NumberFormats.none(),
            index.is1904());
    var sheets = new ArrayList<WorkbookContent.Sheet>();
    for (WorkbookIndex.Entry entry : index.sheets()) {
      PackagePart part = sheet(main, entry);
      sheets.add(reading.read(entry.name(), entry.isHidden(), part));
    }
    Optional<Date> modified = opened.getPackageProperties().getModifiedProperty();
    return new WorkbookContent(sheets, index.names(), modified.map(Date::toInstant));
  }

  private static PackagePart sheet(PackagePart main, WorkbookIndex.Entry entry)
      throws Refusal, OpenXML4JException {
    PackageRelationship relationship = main.getRelationship(entry.relationshipId());
    if (relationship == null) {
      throw Refusal.of(Reason.UNREADABLE, "found.no_sheet").at(entry.name());
    }
    return target(main, relationship)
        .orElseThrow(() -> Refusal.of(Reason.UNREADABLE, "found.no_sheet").at(entry.name()));
  }

  private static Optional<PackagePart> related(PackagePart main, String type)
      throws Refusal, OpenXML4JException {
    for (PackageRelationship relationship : main.getRelationships()) {
      if (relationship
          .getRelationshipType()
          .toLowerCase(Locale.ROOT)
          .endsWith("/" + type.toLowerCase(Locale.ROOT))) {
        return Optional.of(
            target(main, relationship)
                .orElseThrow(() -> Refusal.of(Reason.UNREADABLE, "found.no_part", type)));
      }
    }
    return Optional.empty();
  }

  private static Optional<PackagePart> target(PackagePart main, PackageRelationship relationship)
      throws OpenXML4JException {
    return relationship.getTargetMode() == TargetMode.INTERNAL
        ? Optional.ofNullable(
            main.getPackage()
                .getPart(PackagingURIHelper.createPartName(relationship.getTargetURI())))
        : Optional.empty();
  }
}
