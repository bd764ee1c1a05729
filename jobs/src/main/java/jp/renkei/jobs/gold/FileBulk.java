package jp.renkei.jobs.gold;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One log file's days, parted into its bulk and those off it: the days are cut wherever a stretch
 * of more than so many days without a row lies between two of them, and the part with most rows,
 * the earlier of two alike, is the bulk. A wrong clock puts rows elsewhere.
 */
record FileBulk(List<FileDay> bulk, List<FileDay> off) {
  FileBulk {
    bulk = List.copyOf(bulk);
    off = List.copyOf(off);
  }

  static FileBulk of(List<FileDay> daysOfOneFile, int clockJumpDays) {
    var parts = new ArrayList<List<FileDay>>();
    LocalDate before = null;
    for (var day : daysOfOneFile.stream().sorted(Comparator.comparing(FileDay::day)).toList()) {
      if (before == null || ChronoUnit.DAYS.between(before, day.day()) - 1 > clockJumpDays) {
        parts.add(new ArrayList<>());
      }
      parts.get(parts.size() - 1).add(day);
      before = day.day();
    }
    var bulk = parts.get(0);
    for (var part : parts) {
      if (rows(part) > rows(bulk)) {
        bulk = part;
      }
    }
    var off = new ArrayList<FileDay>();
    for (var part : parts) {
      if (part != bulk) {
        off.addAll(part);
      }
    }
    return new FileBulk(bulk, off);
  }

  static long rows(List<FileDay> days) {
    return days.stream().mapToLong(FileDay::accepted).sum();
  }
}
