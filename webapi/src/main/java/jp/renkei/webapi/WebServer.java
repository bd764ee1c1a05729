package jp.renkei.webapi;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import java.time.Clock;
import java.util.function.Supplier;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.ReleaseStore;
import jp.renkei.webapi.assets.Assets;
import jp.renkei.webapi.comments.CommentLanding;
import jp.renkei.webapi.comments.FiguresPages;
import jp.renkei.webapi.desk.Desk;
import jp.renkei.webapi.desk.DeskException;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.health.Health;
import jp.renkei.webapi.problems.Problems;
import jp.renkei.webapi.releases.DecisionJobs;
import jp.renkei.webapi.releases.DecisionPages;
import jp.renkei.webapi.releases.ReleasePages;
import jp.renkei.webapi.security.Gate;
import jp.renkei.webapi.security.HostGuard;
import jp.renkei.webapi.security.Refusal;
import jp.renkei.webapi.security.SecurityHeaders;
import jp.renkei.webapi.security.UserFile;
import jp.renkei.webapi.security.Users;
import jp.renkei.webapi.serving.AssetHandler;
import jp.renkei.webapi.serving.PageCache;
import jp.renkei.webapi.serving.PageServer;
import jp.renkei.webapi.serving.ReleaseShelf;
import jp.renkei.webapi.serving.ReleaseShelves;
import jp.renkei.webapi.serving.RequestBody;
import jp.renkei.webapi.signin.SignInPages;
import jp.renkei.webapi.surveys.SurveyPages;
import jp.renkei.webapi.upload.SurveyLanding;
import jp.renkei.webapi.upload.UploadPages;

/** The running server: a warehouse's releases, and the survey desk's window. */
public final class WebServer implements AutoCloseable {
  private static final String ADDRESS_OF_FILES = "/upload";

  private final ReleaseShelves shelves;
  private final ReleaseShelf shelf;
  private final Desk desk;
  private final DecisionJobs decisions;
  private final Gate gate;
  private final UploadPages upload;
  private final Javalin javalin;

  /**
   * A server, not yet started.
   *
   * @param remedy the command that readers are told to run while there is nothing to show
   */
  public WebServer(
      ReleaseStore store, WebConfig config, WebPlaces places, Supplier<String> remedy) {
    this(store, config, places, remedy, Clock.systemUTC());
  }

  /** The same by another clock. */
  WebServer(
      ReleaseStore store,
      WebConfig config,
      WebPlaces places,
      Supplier<String> remedy,
      Clock clock) {
    this.shelves = new ReleaseShelves(store, clock);
    this.shelf = shelves.of(config.audience());
    this.desk = new Desk(places.desk());
    var assets = Assets.read();
    var templates = new Templates();
    var cache = new PageCache(config.cacheMegabytes() * 1024L * 1024L);
    var pages = new PageServer(shelves, cache, assets);
    var problems = new Problems(pages, templates, remedy);
    var health = new Health(shelf, cache);
    var users = new Users(new UserFile(places.users()));
    this.gate = new Gate(users, config.publicAddress(), config.audience(), clock);
    var landing = new SurveyLanding(places.landing());
    landing.recover(clock);
    this.upload = new UploadPages(desk, landing, clock, pages, templates);
    this.decisions = new DecisionJobs(places.decisions(), store, places.landing());
    var comments = new CommentLanding(places.landing(), clock);
    var routes =
        new Routes(
            pages,
            templates,
            new ReleasePages(templates, shelves, store, decisions),
            new DecisionPages(decisions, pages, templates),
            new AssetHandler(assets),
            health,
            new SignInPages(gate, pages, templates),
            upload,
            new SurveyPages(desk, clock, pages, templates),
            new FiguresPages(shelves, comments, clock, pages, templates),
            places.landing());
    this.javalin =
        Javalin.create(
            settings -> {
              settings.startup.showJavalinBanner = false;
              settings.startup.showOldJavalinVersionWarning = false;
              settings.http.compressionStrategy = CompressionStrategy.NONE;
              settings.jetty.modifyServer(server -> server.setStopTimeout(5_000));
              settings.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
              files(settings);
              settings.routes.before(SecurityHeaders::set);
              if (config.audience() != Audience.PUBLIC) {
                settings.routes.before(HostGuard::check);
              }
              settings.routes.before(context -> RequestBody.limit(context, ADDRESS_OF_FILES));
              settings.routes.before(gate::admit);
              settings.routes.after(health::count);
              routes.register(settings.routes);
              problems(settings, problems);
            });
  }

  /** What is sent goes to a folder of its own while it comes in, not into memory. */
  private void files(JavalinConfig settings) {
    var multipart = settings.jetty.multipartConfig;
    multipart.cacheDirectory(upload.folder().toString());
    multipart.maxInMemoryFileSize(64, SizeUnit.KB);
    multipart.maxFileSize(RequestBody.LARGEST_FILE, SizeUnit.BYTES);
    multipart.maxTotalRequestSize(RequestBody.LARGEST_FILE + (1L << 20), SizeUnit.BYTES);
  }

  private static void problems(JavalinConfig settings, Problems problems) {
    settings.routes.exception(NotShown.class, problems::notShown);
    settings.routes.exception(Refusal.class, problems::refused);
    settings.routes.exception(DeskException.class, problems::deskSilent);
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
    if (gate.isOpen()) {
      desk.prepare();
    }
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
    desk.close();
    decisions.close();
    upload.close();
    shelves.close();
  }
}
