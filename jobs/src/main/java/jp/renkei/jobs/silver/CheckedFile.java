package jp.renkei.jobs.silver;

import java.util.List;
import java.util.Optional;
import jp.renkei.jobs.gateway.LogCheck;
import jp.renkei.surveys.Problem.Severity;

/**
 * What a check says of one file.
 *
 * @param file as the caller named it
 * @param findings of a log the first ones
 * @param log the counts, where it is a log that could be read
 */
public record CheckedFile(String file, List<Finding> findings, Optional<LogCheck> log) {
  public CheckedFile {
    findings = List.copyOf(findings);
  }

  /** How many findings are not listed. */
  public long more() {
    return log.map(counts -> counts.rejected() - counts.first().size()).orElse(0L);
  }

  public boolean hasErrors() {
    return errors() > 0;
  }

  /** Those that are not listed too. */
  public long errors() {
    return findings.stream().filter(finding -> finding.problem().isError()).count() + more();
  }

  public long warnings() {
    return findings.stream().filter(finding -> finding.problem().isWarning()).count();
  }

  /** Findings that ask for nothing. */
  public long notices() {
    return findings.stream()
        .filter(finding -> finding.problem().severity() == Severity.NOTICE)
        .count();
  }
}
