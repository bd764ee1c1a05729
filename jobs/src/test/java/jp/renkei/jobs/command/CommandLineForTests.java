package jp.renkei.jobs.command;

import picocli.CommandLine;

/** The command line as it is started, for tests of other packages. */
public final class CommandLineForTests {
  private CommandLineForTests() {}

  public static CommandLine of() {
    return Main.commandLine();
  }
}
