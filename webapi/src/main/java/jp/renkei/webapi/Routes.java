package jp.renkei.webapi;

import io.javalin.config.RoutesConfig;
import jp.renkei.webapi.api.KpiValuesApi;
import jp.renkei.webapi.charts.ChartPages;
import jp.renkei.webapi.comments.FiguresPages;
import jp.renkei.webapi.definitions.DefinitionsPage;
import jp.renkei.webapi.downloads.Downloads;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.health.Health;
import jp.renkei.webapi.international.InternationalPages;
import jp.renkei.webapi.issuers.IssuerPages;
import jp.renkei.webapi.overview.OverviewPages;
import jp.renkei.webapi.policy.PolicyPages;
import jp.renkei.webapi.quality.QualityPages;
import jp.renkei.webapi.releases.ReleasesPage;
import jp.renkei.webapi.roadmap.RoadmapPages;
import jp.renkei.webapi.serving.AssetHandler;
import jp.renkei.webapi.serving.PageServer;
import jp.renkei.webapi.serving.ReleaseShelves;
import jp.renkei.webapi.signin.SignInPages;
import jp.renkei.webapi.surveys.SurveyPages;
import jp.renkei.webapi.tables.TablesPages;
import jp.renkei.webapi.upload.UploadPages;

/** Every address of the server with its parameters, on one screen. */
final class Routes {
  private final PageServer pages;
  private final Templates templates;
  private final ReleaseShelves shelves;
  private final AssetHandler assets;
  private final Health health;
  private final SignInPages signIn;
  private final UploadPages upload;
  private final SurveyPages surveys;
  private final FiguresPages figures;

  Routes(
      PageServer pages,
      Templates templates,
      ReleaseShelves shelves,
      AssetHandler assets,
      Health health,
      SignInPages signIn,
      UploadPages upload,
      SurveyPages surveys,
      FiguresPages figures) {
    this.pages = pages;
    this.templates = templates;
    this.shelves = shelves;
    this.assets = assets;
    this.health = health;
    this.signIn = signIn;
    this.upload = upload;
    this.surveys = surveys;
    this.figures = figures;
  }

  void register(RoutesConfig routes) {
    var issuers = new IssuerPages(templates);
    var charts = new ChartPages(templates);
    var downloads = new Downloads(templates);

    routes.get("/", pages.page(new OverviewPages(templates)::overview)); // 概況
    routes.get("/issuers", pages.page(issuers::list, "name", "sort", "order")); // 一覧
    routes.get("/issuers/{id}", pages.page(issuers::one));
    routes.get("/roadmap", pages.page(new RoadmapPages(templates)::roadmap, "measure")); // 工程表
    routes.get("/policy", pages.page(new PolicyPages(templates)::policy)); // 経緯
    routes.get(
        "/international", pages.page(new InternationalPages(templates)::international)); // 国際比較
    routes.get("/definitions", pages.page(new DefinitionsPage(templates)::definitions)); // 定義
    routes.get("/releases", pages.freshPage(new ReleasesPage(templates, shelves)::list)); // 公表版
    routes.get("/downloads", pages.page(downloads::page));
    routes.get("/downloads/renkei.xlsx", pages.page(downloads::workbook));
    routes.get("/downloads/tabulations.xlsx", pages.page(downloads::tabulations, "round"));
    routes.get("/downloads/kpi_value.csv", pages.page(downloads::kpiValues));
    routes.get("/quality", pages.page(new QualityPages(templates)::quality)); // データ品質
    routes.get("/surveys/tables", pages.page(new TablesPages(templates)::tables, "round")); // 調査の集計
    routes.get(
        "/charts/{id}", pages.page(charts::chart, "issuer")); // also .csv .json .svg .png .xlsx

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
