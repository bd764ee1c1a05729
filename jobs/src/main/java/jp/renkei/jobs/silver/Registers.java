package jp.renkei.jobs.silver;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.jobs.gateway.classify.Validity;
import jp.renkei.surveys.SurveyContext;
import jp.renkei.surveys.SurveyRound;

/** Who was registered when, and what each round asks: what answers are checked against. */
public final class Registers implements SurveyContext, Serializable {
  private static final long serialVersionUID = 1L;

  /** One row of a register: when it holds, whose it is, and what it is called. */
  private record Registered(Validity validity, String owner, String name) implements Serializable {}

  private final Map<String, String> roundFiles = new HashMap<>();
  private final Map<String, List<Registered>> issuers = new HashMap<>();
  private final Map<String, List<Registered>> agents = new HashMap<>();
  private final Map<String, List<Registered>> productLines = new HashMap<>();
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
      Map<String, List<Registered>> into) {
    for (var row : registers.getOrDefault(table, List.of())) {
      into.computeIfAbsent(row.text(id), absent -> new ArrayList<>())
          .add(new Registered(row.validity(), row.text("issuer_id"), row.text("name_ja")));
    }
  }

  @Override
  public Optional<SurveyRound> round(String roundId) {
    return Optional.ofNullable(byId().get(roundId));
  }

  /** Every round, in no order. */
  Collection<SurveyRound> rounds() {
    return byId().values();
  }

  private Map<String, SurveyRound> byId() {
    if (rounds == null) {
      var parsed = new HashMap<String, SurveyRound>();
      roundFiles.forEach(
          (file, text) -> {
            var round = SurveyRound.parse(file, text);
            parsed.put(round.roundId(), round);
          });
      rounds = parsed;
    }
    return rounds;
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
        .anyMatch(line -> line.validity().holds(on) && line.owner().equals(issuerId));
  }

  @Override
  public String nameOf(String id, LocalDate on) {
    return Stream.of(productLines, agents, issuers)
        .flatMap(register -> register.getOrDefault(id, List.of()).stream())
        .filter(one -> one.validity().holds(on))
        .map(Registered::name)
        .findFirst()
        .orElse("");
  }

  private static boolean isValid(Map<String, List<Registered>> register, String id, LocalDate on) {
    return register.getOrDefault(id, List.of()).stream().anyMatch(one -> one.validity().holds(on));
  }
}
