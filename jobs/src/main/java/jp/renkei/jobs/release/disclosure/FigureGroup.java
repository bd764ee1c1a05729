package jp.renkei.jobs.release.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;

/**
 * Figures that are added up from the same parts, such as all rows of a KPI.
 *
 * @param columns what is counted of every part, such as numerator and denominator
 * @param isSum whether the columns are sums in which one company's part may be most of it
 */
record FigureGroup(
    String name, List<String> columns, boolean isSum, List<Atom> atoms, List<Figure> figures) {
  FigureGroup {
    columns = List.copyOf(columns);
    atoms = List.copyOf(atoms);
    figures = List.copyOf(figures);
  }

  /** What parts add up to in a column; empty where one of them is not known. */
  OptionalLong total(BitSet parts, int column) {
    long total = 0;
    for (int part = parts.nextSetBit(0); part >= 0; part = parts.nextSetBit(part + 1)) {
      var amount = atoms.get(part).amounts().get(column);
      if (amount.isEmpty()) {
        return OptionalLong.empty();
      }
      total = Math.addExact(total, amount.getAsLong());
    }
    return OptionalLong.of(total);
  }

  /** The largest of its columns' totals: how large a figure is. */
  long size(BitSet parts) {
    long size = 0;
    for (int column = 0; column < columns.size(); column++) {
      size = Math.max(size, total(parts, column).orElse(0));
    }
    return size;
  }
}
