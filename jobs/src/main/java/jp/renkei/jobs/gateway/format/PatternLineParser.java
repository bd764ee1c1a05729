package jp.renkei.jobs.gateway.format;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** One line of text of a declared pattern. */
final class PatternLineParser implements OneAccessParser {
  private final LinePattern pattern;
  private final TextFields.Slot[] slots;
  private final TextFields fields;
  private final FieldValues values;
  private final Completion completion;

  PatternLineParser(LinePattern pattern, List<FieldRule> rules, FieldValues values) {
    this.pattern = pattern;
    this.fields = new TextFields(rules, values);
    this.slots = pattern.names().stream().map(fields::slot).toArray(TextFields.Slot[]::new);
    this.values = values;
    this.completion = new Completion(rules);
  }

  @Override
  public void parse(byte[] bytes, int start, int end, AccessLine access) throws LineRejected {
    access.clear();
    fields.clear();
    boolean isAscii = values.check().isAscii(bytes, start, end);
    int last = end;
    while (last > start && bytes[last - 1] == ' ') {
      last--;
    }
    var charset = isAscii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    pattern.read(
        new String(bytes, start, last - start, charset),
        (index, raw) -> fields.set(slots[index], raw, access));
    fields.finish(access);
    completion.complete(access);
  }
}
