package jp.renkei.surveys.form;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Question.Option;
import jp.renkei.surveys.ValueState;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * The hidden sheet that drop-downs take their entries from, one column each, by name: Excel refuses
 * a list of more than 255 characters that stands in the validation itself.
 */
final class FormLists {
  /** What marks a chosen option. */
  static final String CHOSEN = "○";

  private final FormSheet sheet;
  private final Map<List<String>, String> names = new HashMap<>();

  FormLists(FormBook book) {
    this.sheet = book.hiddenSheet(FormNames.LIST_SHEET);
    name(FormNames.MARK, List.of(CHOSEN));
    name(FormNames.STATES, Arrays.stream(ValueState.values()).map(ValueState::labelJa).toList());
  }

  /** The name of a question's labels; questions that share a list share the name. */
  String of(Question question) {
    List<String> labels = question.choices().stream().map(Option::label).toList();
    String known = names.get(labels);
    return known == null ? name(FormNames.list(question), labels) : known;
  }

  private String name(String name, List<String> entries) {
    int column = names.size();
    for (int row = 0; row < entries.size(); row++) {
      sheet.text(row, column, entries.get(row));
    }
    sheet.name(name, new CellRangeAddress(0, entries.size() - 1, column, column));
    names.put(entries, name);
    return name;
  }
}
