package jp.renkei.jobs.silver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;

/**
 * Tests that an id in one register stands in the register that it points to, at whatever date. A
 * register that is not there at all is not tested against.
 */
final class RegisterReferences {
  static final String ISSUERS = "register/issuers.csv";
  private static final String AGENTS = "register/agents.csv";

  private record Reference(String column, List<String> registers) {}

  private static final Reference TO_ISSUER = new Reference("issuer_id", List.of(ISSUERS));
  private static final Reference TO_AGENT = new Reference("agent_id", List.of(AGENTS));

  private static final Map<String, List<Reference>> REFERENCES =
      Map.of(
          "register/product_lines.csv",
          List.of(TO_ISSUER),
          "register/population_frames.csv",
          List.of(TO_ISSUER),
          "register/client_aliases.csv",
          List.of(TO_ISSUER, TO_AGENT),
          "register/agent_networks.csv",
          List.of(TO_AGENT),
          "register/issuer_keys.csv",
          List.of(TO_ISSUER),
          "register/successions.csv",
          List.of(
              new Reference("old_id", List.of(ISSUERS, AGENTS)),
              new Reference("new_id", List.of(ISSUERS, AGENTS))),
          RegisterFile.ROADMAP.path(),
          List.of(TO_ISSUER),
          RegisterFile.COMMENTS.path(),
          List.of(
              new Reference("respondent_id", List.of(ISSUERS, AGENTS)),
              new Reference("counterparty_id", List.of(ISSUERS, AGENTS))));

  private final Map<String, Set<String>> ids = new HashMap<>();

  /** Takes in what a register holds, where others may point to it. */
  void add(RegisterFile kind, List<RegisterRows.Row> rows) {
    if (kind.path().equals(ISSUERS) || kind.path().equals(AGENTS)) {
      String id = kind.keyColumns().get(0);
      var held = ids.computeIfAbsent(kind.path(), absent -> new HashSet<>());
      rows.forEach(row -> held.add(row.text(id)));
    }
  }

  /** The rows whose every id is known; the others become problems of the file. */
  RegisterRows known(RegisterFile kind, String file, RegisterRows read) {
    var problems = new ArrayList<>(read.problems());
    var rows = new ArrayList<RegisterRows.Row>();
    for (var row : read.rows()) {
      int before = problems.size();
      REFERENCES.getOrDefault(kind.path(), List.of()).stream()
          .filter(reference -> !isKnown(reference, row))
          .forEach(reference -> problems.add(unknown(file, row, reference)));
      if (problems.size() == before) {
        rows.add(row);
      }
    }
    return new RegisterRows(rows, problems);
  }

  private boolean isKnown(Reference reference, RegisterRows.Row row) {
    String id = row.text(reference.column());
    return id.isEmpty()
        || !ids.keySet().containsAll(reference.registers())
        || reference.registers().stream().anyMatch(register -> ids.get(register).contains(id));
  }

  private static Problem unknown(String file, RegisterRows.Row row, Reference reference) {
    String registers = String.join(", ", reference.registers());
    return Problem.error(
        file,
        Place.line(row.line()).about(reference.column()),
        Reason.UNKNOWN_ID,
        row.text(reference.column()),
        new BilingualText("an id that " + registers + " holds", registers + " にあるID"),
        new BilingualText(
            "Correct the id, or add it to " + registers + ".",
            "IDを訂正するか、" + registers + " に追加してください。"));
  }
}
