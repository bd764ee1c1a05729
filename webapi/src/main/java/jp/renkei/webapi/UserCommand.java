package jp.renkei.webapi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.webapi.security.PasswordHash;
import jp.renkei.webapi.security.Role;
import jp.renkei.webapi.security.User;
import jp.renkei.webapi.security.UserFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Keeps the file of those who may sign in. */
@Command(
    name = "user",
    description = "Adds, lists and removes those who may sign in.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Roles: respondent (with --respondent), issuer_association, agent_association, analyst,",
      "secretariat, admin. The password is asked for on the terminal, or read as one line from",
      "standard input. A running server takes the change at once.",
      "",
      "Example:",
      "  ./renkei user add --name shirakaba --role respondent --respondent ISS001",
      "  ./renkei user list",
      "  ./renkei user remove --name shirakaba"
    })
final class UserCommand implements Runnable {
  /** Beside the default landing and warehouse. */
  static final String DEFAULT_FILE = "./data/users.yaml";

  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST_PASSWORD = 200;

  @Spec private CommandSpec spec;

  static CommandLine line() {
    return new CommandLine(new UserCommand())
        .addSubcommand(new Add())
        .addSubcommand(new ListAll())
        .addSubcommand(new Remove());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name what to do: add, list or remove.");
  }

  /** What the three have in common: the file, and data problems as wrong usage. */
  private abstract static class OnFile implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Option(
        names = "--users",
        defaultValue = DEFAULT_FILE,
        paramLabel = "FILE",
        description = "The file of users (default: ${DEFAULT-VALUE}).")
    private Path users;

    abstract void run(UserFile file, List<User> users);

    @Override
    public Integer call() {
      var file = new UserFile(users);
      try {
        run(file, new ArrayList<>(file.read()));
        return 0;
      } catch (DefinitionException | IllegalArgumentException e) {
        throw wrongUsage(e.getMessage());
      }
    }

    ParameterException wrongUsage(String message) {
      return new ParameterException(spec.commandLine(), message);
    }

    void say(String line) {
      spec.commandLine().getOut().println(line);
    }
  }

  /** Adds one. */
  @Command(
      name = "add",
      description = "Adds a user, or gives one another role and password.",
      mixinStandardHelpOptions = true)
  private static final class Add extends OnFile {
    @Option(names = "--name", required = true, paramLabel = "NAME", description = "To sign in by.")
    private String name;

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = "What the user may do.")
    private String role;

    @Option(
        names = "--respondent",
        paramLabel = "ID",
        description = "Company that a respondent answers for; may be given more than once.")
    private List<String> respondents = new ArrayList<>();

    @Option(names = "--replace", description = "Where the name is there already.")
    private boolean isReplacing;

    @Override
    void run(UserFile file, List<User> users) {
      boolean isThere = users.stream().anyMatch(user -> user.name().equals(name));
      if (isThere && !isReplacing) {
        throw wrongUsage("There is a user " + name + " already; --replace changes it.");
      }
      // What is wrong with the rest is said before a password is asked for.
      var nobody = PasswordHash.of(new char[0]);
      var checked = new User(name, Role.of(role), respondents, nobody);
      char[] password = password();
      users.removeIf(user -> user.name().equals(name));
      users.add(
          new User(
              checked.name(), checked.role(), checked.respondents(), PasswordHash.of(password)));
      Arrays.fill(password, ' ');
      file.write(users);
      say("利用者 " + name + "（" + role + "）を " + file.path() + " に登録しました。");
    }

    private char[] password() {
      var console = System.console();
      char[] password;
      if (console != null) {
        password = console.readPassword("パスワード / password: ");
        char[] again = console.readPassword("もう一度 / again: ");
        if (!Arrays.equals(password, again)) {
          throw wrongUsage("The two passwords differ.");
        }
      } else {
        password = fromStandardInput();
      }
      if (password == null
          || password.length < SHORTEST_PASSWORD
          || password.length > LONGEST_PASSWORD) {
        throw wrongUsage(
            "Cannot use the password: expected %d to %d characters."
                .formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD));
      }
      return password;
    }

    private static char[] fromStandardInput() {
      try {
        String line =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? new char[0] : line.toCharArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Lists them, without their passwords. */
  @Command(name = "list", description = "Lists the users.", mixinStandardHelpOptions = true)
  private static final class ListAll extends OnFile {
    @Override
    void run(UserFile file, List<User> users) {
      for (var user : users) {
        say(
            "%s\t%s\t%s"
                .formatted(user.name(), user.role().code(), String.join(" ", user.respondents())));
      }
    }
  }

  /** Removes one; its sessions end with it. */
  @Command(name = "remove", description = "Removes a user.", mixinStandardHelpOptions = true)
  private static final class Remove extends OnFile {
    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Whom.")
    private String name;

    @Override
    void run(UserFile file, List<User> users) {
      if (!users.removeIf(user -> user.name().equals(name))) {
        throw wrongUsage("There is no user " + name + " in " + file.path() + ".");
      }
      file.write(users);
      say("利用者 " + name + " を削除しました。");
    }
  }
}
