package jp.renkei.webapi;

import io.javalin.util.JavalinBindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseStore;
import jp.renkei.webapi.security.HostGuard;
import jp.renkei.webapi.security.UserFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the pages until the process is asked to stop. */
@Command(
    name = "serve",
    description = "Serves the pages and the API of a warehouse's releases.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The configuration file (YAML) may hold:",
      "  audience: public | issuer_association | agent_association | secretariat",
      "                                   whose file everybody reads (default: public);",
      "                                   secretariat on this machine only (loopback --host)",
      "  cache_megabytes: 64              memory for rendered pages",
      "  users: users.yaml                who may sign in, seen from the configuration's",
      "                                   folder; as --users",
      "  public_address: https://HOST     how browsers reach the server, behind a proxy",
      "                                   with TLS",
      "",
      "Example:",
      "  ./renkei serve --warehouse data/warehouse --landing data/landing --port 7070"
    })
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--warehouse",
      defaultValue = "./data/warehouse",
      paramLabel = "DIR",
      description = "Folder that holds releases/ (default: ${DEFAULT-VALUE}).")
  private Path warehouse;

  @Option(
      names = "--landing",
      defaultValue = "./data/landing",
      paramLabel = "DIR",
      description = "Folder of submissions (default: ${DEFAULT-VALUE}).")
  private Path landing;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "HOST",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "7070",
      paramLabel = "PORT",
      description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--users",
      paramLabel = "FILE",
      description = {
        "Who may sign in (default: users of --config, else " + UserCommand.DEFAULT_FILE + ").",
        "Without the file nobody can."
      })
  private Optional<Path> users;

  @Option(names = "--config", paramLabel = "FILE", description = "Configuration file (YAML).")
  private Optional<Path> config;

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw wrongUsage("--port: found " + port + ", expected 0 to 65535.");
    }
    if (Files.exists(warehouse) && !Files.isDirectory(warehouse)) {
      throw wrongUsage("--warehouse: " + warehouse + " is a file, expected a folder.");
    }
    var settings = settings();
    if (settings.audience() != Audience.PUBLIC && !HostGuard.isLoopback(host)) {
      throw wrongUsage(
          "--host: found "
              + host
              + " with audience: "
              + settings.audience().code()
              + ", expected 127.0.0.1, ::1 or localhost. With no log-in"
              + " whoever reaches the pages reads what is not public; to read them from"
              + " elsewhere, leave audience out and sign in as a user of role "
              + settings.audience().code()
              + ".\n"
              + "ログインなしで公表用でない画面を開けるのは、この端末（127.0.0.1）だけです。"
              + "ほかの端末からは、その区分の利用者としてサインインしてください。");
    }
    Path userFile = userFile(settings);
    var store = new ReleaseStore(warehouse);
    var places =
        new WebPlaces(
            landing,
            userFile,
            launched("desk", "--landing", landing.toString()),
            launched("release"));
    var server = new WebServer(store, settings, places, () -> remedy(store, settings));
    try {
      server.start(host, port);
    } catch (JavalinBindException e) {
      spec.commandLine()
          .getErr()
          .println(
              "ポート %1$d は使用中か、使用できません。--port で別の番号を指定してください。%n".formatted(port)
                  + "Cannot serve: %s:%d is taken or not allowed. Choose another --port."
                      .formatted(host, port));
      return Main.FAULT;
    }
    var out = spec.commandLine().getOut();
    out.println("Renkei: http://" + host + ":" + server.port() + "/ (Ctrl+C で終了)");
    if (!server.hasRelease()) {
      out.println("表示できる公表版がまだありません。次のコマンドで作成できます / no release to show yet; make one with:");
      out.println("  " + remedy(store, settings));
    }
    out.flush();
    // A hook, because SIGTERM must let requests under way finish before the files are closed.
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
    new CountDownLatch(1).await();
    return 0;
  }

  /**
   * The command that gives readers something to see: publish what is there, else make a release.
   */
  private String remedy(ReleaseStore store, WebConfig settings) {
    var newest = store.newest();
    return newest.isPresent() && settings.audience() != Audience.SECRETARIAT
        ? "./renkei release publish %d --label 公表版の名称 --warehouse %s"
            .formatted(newest.map(Release::id).orElseThrow(), warehouse)
        : "./renkei run --landing %s --warehouse %s".formatted(landing, warehouse);
  }

  /** The users to serve, after a look at whether they can be used and whether it is safe to. */
  private Path userFile(WebConfig settings) {
    var named = users.or(settings::users);
    var file = new UserFile(named.orElse(Path.of(UserCommand.DEFAULT_FILE)));
    if (named.isPresent() && !file.exists()) {
      throw wrongUsage(
          "--users: there is no file "
              + file.path()
              + ". Make it with: ./renkei user add --users "
              + named.orElseThrow()
              + " --name clerk --role secretariat");
    }
    try {
      file.read();
    } catch (DefinitionException e) {
      throw wrongUsage(e.getMessage());
    }
    if (file.exists() && !HostGuard.isLoopback(host) && settings.publicAddress().isEmpty()) {
      throw wrongUsage(
          "--host: found "
              + host
              + " with users who sign in, expected public_address in --config, such as"
              + " https://renkei.example. Passwords must not cross a network in the clear: let a"
              + " proxy with TLS stand before this server.\n"
              + "パスワードを暗号化せずに送らないよう、TLS のプロキシの後ろに置き、public_address を設定してください。");
    }
    return file.path();
  }

  /** The launcher says where it is, so that the pages can start other commands through it. */
  private static List<String> launched(String... command) {
    return Optional.ofNullable(System.getProperty("renkei.launcher"))
        .or(() -> Optional.ofNullable(System.getenv("RENKEI_LAUNCHER")))
        .map(launcher -> Stream.concat(Stream.of(launcher), Stream.of(command)).toList())
        .orElse(List.of());
  }

  private WebConfig settings() {
    try {
      return config.map(WebConfig::read).orElseGet(WebConfig::defaults);
    } catch (DefinitionException e) {
      throw wrongUsage(e.getMessage());
    }
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
