package jp.renkei.jobs.silver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.gateway.AccessRegisters;
import jp.renkei.jobs.gateway.classify.AgentNetwork;
import jp.renkei.jobs.gateway.classify.ClientAlias;
import jp.renkei.jobs.summary.VerificationKey;
import jp.renkei.surveys.Problem;

/**
 * The registers as an issuer has them at its own site: a folder with the files of landing's {@code
 * register/} that it was given, read by the code that a run reads them with.
 *
 * @param registers what log lines are read with
 * @param keys the issuer's public keys, whenever they hold; none where the file was not given
 * @param problems of the files; their rows are left out, as in a run
 */
public record SiteRegisters(
    AccessRegisters registers, List<VerificationKey> keys, List<Problem> problems) {
  private static final List<String> NEEDED =
      List.of("register/client_aliases.csv", "register/agent_networks.csv");

  public SiteRegisters {
    keys = List.copyOf(keys);
    problems = List.copyOf(problems);
  }

  /**
   * Reads.
   *
   * @throws DataProblemException when a needed file is missing, or the register of issuers is there
   *     and does not hold the issuer
   */
  public static SiteRegisters read(Path folder, String issuerId) {
    var files = new ArrayList<TextFile>();
    for (var register : RegisterFile.ALL) {
      Path file = folder.resolve(Path.of(register.path()).getFileName());
      if (Files.exists(file)) {
        try {
          files.add(TextFile.read(register.path(), file));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      } else if (NEEDED.contains(register.path())) {
        throw new DataProblemException(
            "登録簿 " + file + " がありません。事務局から受け取り、--register のフォルダに置いてください。",
            "Cannot read the register "
                + file
                + ": there is no such file. Ask the secretariat for"
                + " it and place it in the folder of --register.");
      }
    }
    var source = new LookedAtFiles(files);
    var reading = RegisterReader.read(source);
    var problems = new ArrayList<Problem>();
    files.forEach(file -> problems.addAll(file.problems()));
    reading.problems().values().forEach(problems::addAll);
    var issuers = MetricsFiles.issuerIds(reading);
    if (!issuers.isEmpty() && !issuers.contains(issuerId)) {
      throw new DataProblemException(
          "カード会社ID「" + issuerId + "」は issuers.csv にありません。--issuer を直してください。",
          "Cannot find issuer '" + issuerId + "' in issuers.csv. Mend --issuer.");
    }
    return new SiteRegisters(
        registers(reading, issuerId),
        SummaryFiles.keys(reading).stream()
            .filter(key -> key.issuerId().equals(issuerId))
            .map(SummaryFiles.IssuerKey::key)
            .toList(),
        problems.stream().distinct().toList());
  }

  private static AccessRegisters registers(RegisterSteps.Reading reading, String issuerId) {
    return new AccessRegisters(
        Set.of(issuerId),
        rows(reading, "silver.client_alias").stream()
            .filter(row -> row.text("issuer_id").equals(issuerId))
            .map(
                row ->
                    new ClientAlias(
                        row.text("issuer_id"),
                        row.text("client_id_raw"),
                        row.text("agent_id"),
                        row.validity()))
            .toList(),
        rows(reading, "silver.agent_network").stream()
            .map(row -> new AgentNetwork(row.text("agent_id"), row.text("cidr"), row.validity()))
            .toList());
  }

  private static List<RegisterRows.Row> rows(RegisterSteps.Reading reading, String table) {
    return reading.rows().getOrDefault(table, List.of());
  }
}
