package jp.renkei.reports.study;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.warehouse.kpi.Division;

/** Cells of counts and of shares, from columns that may be null. */
final class Cells {
  private Cells() {}

  static SheetCell count(Long count) {
    return SheetCell.count(count == null ? OptionalLong.empty() : OptionalLong.of(count));
  }

  static SheetCell share(Long numerator, Long denominator) {
    return SheetCell.value(
        numerator == null || denominator == null
            ? OptionalDouble.empty()
            : Division.of(numerator, denominator),
        "ratio");
  }

  static SheetCell yen(Double value) {
    return SheetCell.value(
        value == null ? OptionalDouble.empty() : OptionalDouble.of(value), "yen");
  }
}
