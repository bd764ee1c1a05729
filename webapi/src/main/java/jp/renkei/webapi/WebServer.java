package jp.renkei.webapi;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.util.function.Supplier;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.ReleaseStore;
import jp.renkei.webapi.assets.Assets;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.health.Health;
import jp.renkei.webapi.problems.Problems;
import jp.renkei.webapi.security.HostGuard;
import jp.renkei.webapi.security.SecurityHeaders;
import jp.renkei.webapi.serving.AssetHandler;
import jp.renkei.webapi.serving.PageCache;
import jp.renkei.webapi.serving.PageServer;
import jp.renkei.webapi.serving.ReleaseShelf;
import jp.renkei.webapi.serving.ReleaseShelves;

/** The running server: one audience's view of a warehouse's releases. */
public final class WebServer implements AutoCloseable {
  private final ReleaseShelves shelves;
  private final ReleaseShelf shelf;
  private final Javalin javalin;

  /**
   * A server, not yet started.
   *
   * @param remedy the command that readers are told to run while there is nothing to show
   */
  public WebServer(ReleaseStore store, WebConfig config, Supplier<String> remedy) {
    this.shelves = new ReleaseShelves(store);
    this.shelf = shelves.of(config.audience());
    var assets = Assets.read();
    var templates = new Templates();
    var cache = new PageCache(config.cacheMegabytes() * 1024L * 1024L);
    var pages = new PageServer(shelves, cache, assets);
    var problems = new Problems(pages, templates, remedy);
    var health = new Health(shelf, cache);
    var routes = new Routes(pages, templates, shelf, new AssetHandler(assets), health);
    this.javalin =
        Javalin.create(
            settings -> {
              settings.startup.showJavalinBanner = false;
              settings.startup.showOldJavalinVersionWarning = false;
              settings.http.compressionStrategy = CompressionStrategy.NONE;
              settings.jetty.modifyServer(server -> server.setStopTimeout(5_000));
              settings.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
              settings.routes.before(SecurityHeaders::set);
              if (config.audience() == Audience.SECRETARIAT) {
                settings.routes.before(HostGuard::check);
              }
              settings.routes.after(health::count);
              routes.register(settings.routes);
              problems(settings, problems);
            });
  }

  private static void problems(JavalinConfig settings, Problems problems) {
    settings.routes.exception(NotShown.class, problems::notShown);
    settings.routes.exception(Exception.class, problems::fault);
    settings.routes.error(
        404,
        context -> {
          if (context.result() == null || context.result().startsWith("Endpoint ")) {
            problems.noPage(context);
          }
        });
  }

  public void start(String host, int port) {
    javalin.start(host, port);
  }

  /** The port listened on. */
  public int port() {
    return javalin.port();
  }

  public boolean hasRelease() {
    return shelf.newest().isPresent();
  }

  @Override
  public void close() {
    javalin.stop();
    shelves.close();
  }
}
