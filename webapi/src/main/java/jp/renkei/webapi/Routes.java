package jp.renkei.webapi;

import io.javalin.config.RoutesConfig;
import java.nio.file.Path;
import jp.renkei.webapi.api.KpiValuesApi;
import jp.renkei.webapi.charts.ChartPages;
import jp.renkei.webapi.charts.ChosenBasis;
import jp.renkei.webapi.comments.FiguresPages;
import jp.renkei.webapi.definitions.DefinitionsPage;
import jp.renkei.webapi.disclosure.DisclosurePage;
import jp.renkei.webapi.downloads.Downloads;
import jp.renkei.webapi.explain.ExplainPages;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.health.Health;
import jp.renkei.webapi.international.InternationalPages;
import jp.renkei.webapi.issuers.IssuerPages;
import jp.renkei.webapi.overview.OverviewPages;
import jp.renkei.webapi.policy.PolicyPages;
import jp.renkei.webapi.quality.QualityPages;
import jp.renkei.webapi.releases.DecisionPages;
import jp.renkei.webapi.releases.ReleasePages;
import jp.renkei.webapi.roadmap.RoadmapPages;
import jp.renkei.webapi.serving.AssetHandler;
import jp.renkei.webapi.serving.PageServer;
import jp.renkei.webapi.signin.SignInPages;
import jp.renkei.webapi.surveys.SurveyPages;
import jp.renkei.webapi.tables.TablesPages;
import jp.renkei.webapi.upload.UploadPages;

/** Every address of the server with its parameters, on one screen. */
final class Routes {
  private final PageServer pages;
  private final Templates templates;
  private final ReleasePages releases;
  private final DecisionPages decisions;
  private final AssetHandler assets;
  private final Health health;
  private final SignInPages signIn;
  private final UploadPages upload;
  private final SurveyPages surveys;
  private final FiguresPages figures;
  private final Path landing;

  Routes(
      PageServer pages,
      Templates templates,
      ReleasePages releases,
      DecisionPages decisions,
      AssetHandler assets,
      Health health,
      SignInPages signIn,
      UploadPages upload,
      SurveyPages surveys,
      FiguresPages figures,
      Path landing) {
    this.pages = pages;
    this.templates = templates;
    this.releases = releases;
    this.decisions = decisions;
    this.assets = assets;
    this.health = health;
    this.signIn = signIn;
    this.upload = upload;
    this.surveys = surveys;
    this.figures = figures;
    this.landing = landing;
  }

  void register(RoutesConfig routes) {
    var issuers = new IssuerPages(templates);
    var charts = new ChartPages(templates);
    var downloads = new Downloads(templates);

    routes.get("/", pages.page(new OverviewPages(templates)::overview)); // 概況
    routes.get("/issuers", pages.page(issuers::list, "name", "sort", "order")); // 一覧
    routes.get("/issuers/{id}", pages.page(issuers::one, ChosenBasis.PARAMETER));
    routes.get("/roadmap", pages.page(new RoadmapPages(templates)::roadmap, "measure")); // 工程表
    routes.get("/policy", pages.page(new PolicyPages(templates)::policy)); // 経緯
    routes.get(
        "/international", pages.page(new InternationalPages(templates)::international)); // 国際比較
    routes.get("/definitions", pages.page(new DefinitionsPage(templates)::definitions)); // 定義
    routes.get("/disclosure", pages.page(new DisclosurePage(templates)::page)); // 秘匿
    routes.get("/releases", pages.freshPage(releases::list)); // 公表版
    routes.get("/releases/changes", pages.freshPage(releases::changes, "before", "after")); // 数値の変更
    routes.get("/releases/changes.csv", pages.freshPage(releases::changesCsv, "before", "after"));
    routes.post("/releases/{id}/review", decisions::review);
    routes.post("/releases/{id}/publish", decisions::publish);
    routes.post("/releases/{id}/withdraw", decisions::withdraw);
    routes.get("/downloads", pages.page(downloads::page));
    routes.get("/downloads/renkei.xlsx", pages.comparingPage(downloads::workbook));
    routes.get("/downloads/tabulations.xlsx", pages.page(downloads::tabulations, "round"));
    routes.get("/downloads/kpi_progress.csv", pages.page(downloads::progress));
    routes.get("/downloads/kpi_value.csv", pages.page(downloads::kpiValues));
    // Waivers change while a release stays.
    routes.get("/quality", pages.freshPage(new QualityPages(templates, landing)::quality)); // データ品質
    routes.get("/surveys/tables", pages.page(new TablesPages(templates)::tables, "round")); // 調査の集計
    var explanations = new ExplainPages(templates);
    routes.get("/explain", pages.page(explanations::page, ExplainPages.PARAMETERS)); // 根拠
    routes.get("/explain.csv", pages.page(explanations::csv, ExplainPages.PARAMETERS));
    routes.get(
        "/charts/{id}",
        pages.page(
            charts::chart, "issuer", ChosenBasis.PARAMETER)); // also .csv .json .svg .png .xlsx

    routes.get("/surveys", surveys::show); // 調査・回収
    routes.get("/surveys/mail-merge.csv", surveys::reminders);
    routes.get("/surveys/status.csv", surveys::status);

    routes.get("/sign-in", signIn::show);
    routes.post("/sign-in", signIn::signIn);
    routes.post("/sign-out", signIn::signOut);
    routes.get("/upload", upload::start); // 提出
    routes.post("/upload", upload::send);
    routes.get("/upload/form", upload::form);
    routes.get("/upload/checked/{key}", upload::checked);
    routes.post("/upload/checked/{key}", upload::handIn);
    routes.get("/upload/checked/{key}/marked", upload::marked);
    routes.post("/upload/checked/{key}/discard", upload::discard);
    routes.get("/upload/receipts/{stem}", upload::receipt);
    routes.get("/figures", figures::show); // 自社の数値
    routes.post("/figures", figures::comment);

    routes.get("/api/v1/kpi-values", pages.strictPage(new KpiValuesApi()::values));

    routes.get("/assets/{digest}/{name}", assets);
    routes.get("/healthz", health::alive);
    routes.get("/readyz", health::ready);
    routes.get("/metrics", health::metrics);
  }
}
