package jp.renkei.webapi.desk;

import java.util.List;
import java.util.Optional;

/**
 * What the desk says of a file.
 *
 * @param state ACCEPTABLE or REFUSED
 * @param answers how many answers it holds
 * @param earlier the accepted answer that it would replace
 * @param marked whether a copy with its problems marked was written
 */
public record DeskCheck(
    String state,
    String sha256,
    String respondentId,
    String roundId,
    String questionnaireId,
    int version,
    int answers,
    Earlier earlier,
    List<DeskProblem> problems,
    boolean marked) {

  /**
   * An accepted submission.
   *
   * @param path below landing
   */
  public record Earlier(String submittedAt, String sha256, String path) {
    public Earlier {
      submittedAt = DeskText.of(submittedAt);
      sha256 = DeskText.of(sha256);
      path = DeskText.of(path);
    }
  }

  public DeskCheck {
    state = DeskText.of(state);
    sha256 = DeskText.of(sha256);
    respondentId = DeskText.of(respondentId);
    roundId = DeskText.of(roundId);
    questionnaireId = DeskText.of(questionnaireId);
    problems = DeskText.of(problems);
  }

  /** Whether it may be handed in, once every warning has its reason. */
  public boolean isAcceptable() {
    return state.equals("ACCEPTABLE") && problems.stream().noneMatch(DeskProblem::isError);
  }

  public Optional<Earlier> replaced() {
    return Optional.ofNullable(earlier);
  }

  /** Those that ask for a reason, in the order of the file. */
  public List<DeskProblem> warnings() {
    return problems.stream().filter(DeskProblem::isWarning).toList();
  }
}
