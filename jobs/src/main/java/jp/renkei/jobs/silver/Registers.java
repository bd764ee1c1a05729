package jp.renkei.jobs.silver;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.surveys.SurveyContext;
import jp.renkei.surveys.SurveyRound;

/** Who was registered when, and what each round asks: what answers are checked against. */
public final class Registers implements SurveyContext, Serializable {
  private static final long serialVersionUID = 1L;

  private record Validity(LocalDate from, LocalDate to, String owner) implements Serializable {
    boolean holds(LocalDate date) {
      return !date.isBefore(from) && !date.isAfter(to);
    }
  }

  private final Map<String, String> roundFiles = new HashMap<>();
  private final Map<String, List<Validity>> issuers = new HashMap<>();
  private final Map<String, List<Validity>> agents = new HashMap<>();
  private final Map<String, List<Validity>> productLines = new HashMap<>();
  private transient Map<String, SurveyRound> rounds;

  /**
   * @param registers rows by silver table
   * @param rounds text of each round file by its path
   */
  public Registers(Map<String, List<RegisterRows.Row>> registers, Map<String, String> rounds) {
    roundFiles.putAll(rounds);
    collect(registers, "silver.issuer", "issuer_id", issuers);
    collect(registers, "silver.agent", "agent_id", agents);
    collect(registers, "silver.product_line", "product_line_id", productLines);
  }

  private static void collect(
      Map<String, List<RegisterRows.Row>> registers,
      String table,
      String id,
      Map<String, List<Validity>> into) {
    for (var row : registers.getOrDefault(table, List.of())) {
      into.computeIfAbsent(row.text(id), absent -> new ArrayList<>())
          .add(
              new Validity(
                  row.date("valid_from").orElse(LocalDate.MIN),
                  row.date("valid_to").orElse(LocalDate.MAX),
                  row.text("issuer_id")));
    }
  }

  @Override
  public Optional<SurveyRound> round(String roundId) {
    if (rounds == null) {
      var parsed = new HashMap<String, SurveyRound>();
      roundFiles.forEach(
          (file, text) -> {
            var round = SurveyRound.parse(file, text);
            parsed.put(round.roundId(), round);
          });
      rounds = parsed;
    }
    return Optional.ofNullable(rounds.get(roundId));
  }

  @Override
  public boolean isIssuer(String issuerId, LocalDate on) {
    return isValid(issuers, issuerId, on);
  }

  @Override
  public boolean isAgent(String agentId, LocalDate on) {
    return isValid(agents, agentId, on);
  }

  @Override
  public boolean isProductLine(String productLineId, String issuerId, LocalDate on) {
    return productLines.getOrDefault(productLineId, List.of()).stream()
        .anyMatch(line -> line.holds(on) && line.owner().equals(issuerId));
  }

  private static boolean isValid(Map<String, List<Validity>> register, String id, LocalDate on) {
    return register.getOrDefault(id, List.of()).stream().anyMatch(one -> one.holds(on));
  }
}
