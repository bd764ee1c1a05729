package jp.renkei.webapi;

import io.javalin.util.JavalinBindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseStore;
import jp.renkei.webapi.security.HostGuard;
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
      "  audience: public | secretariat   whose file everybody reads (default: public);",
      "                                   secretariat on this machine only (loopback --host)",
      "  cache_megabytes: 64              memory for rendered pages",
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
    if (settings.audience() == Audience.SECRETARIAT && !HostGuard.isLoopback(host)) {
      throw wrongUsage(
          "--host: found "
              + host
              + " with audience: secretariat, expected 127.0.0.1, ::1 or localhost. The pages have"
              + " no log-in: whoever reaches them reads what is not public.\n"
              + "事務局用の画面にはログインがないため、この端末（127.0.0.1）でのみ表示できます。");
    }
    var store = new ReleaseStore(warehouse);
    var server = new WebServer(store, settings, () -> remedy(store, settings));
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
    return newest.isPresent() && settings.audience() == Audience.PUBLIC
        ? "./renkei release publish %d --label 公表版の名称 --warehouse %s"
            .formatted(newest.map(Release::id).orElseThrow(), warehouse)
        : "./renkei run --landing %s --warehouse %s".formatted(landing, warehouse);
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
