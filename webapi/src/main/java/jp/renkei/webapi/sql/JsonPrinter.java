package jp.renkei.webapi.sql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.webapi.frame.JsonText;

/** A JSON array with one object a line; numbers and truth values unquoted, missing is null. */
final class JsonPrinter implements RowPrinter {
  private final Appendable out;
  private List<Column> columns = List.of();
  private boolean isFirst = true;

  JsonPrinter(Appendable out) {
    this.out = out;
  }

  @Override
  public void begin(List<Column> given) throws IOException {
    columns = given;
    out.append("[");
  }

  @Override
  public void row(List<Object> values) throws IOException {
    var members = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      members.add(JsonText.quoted(columns.get(i).name()) + ":" + value(values.get(i)));
    }
    out.append(isFirst ? "\n{" : ",\n{").append(String.join(",", members)).append("}");
    isFirst = false;
  }

  @Override
  public void end() throws IOException {
    out.append(isFirst ? "]\n" : "\n]\n");
  }

  private static String value(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
      return JsonText.quoted(number.toString());
    }
    return value instanceof Number || value instanceof Boolean
        ? CellText.of(value)
        : JsonText.quoted(CellText.of(value));
  }
}
