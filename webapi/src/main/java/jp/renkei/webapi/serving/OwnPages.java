package jp.renkei.webapi.serving;

import io.javalin.http.Context;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.frame.Language;
import jp.renkei.webapi.frame.Templates;

/** Sends pages that are made for one visitor and kept by nobody. */
public final class OwnPages {
  private final PageServer pages;
  private final Templates templates;

  public OwnPages(PageServer pages, Templates templates) {
    this.pages = pages;
    this.templates = templates;
  }

  /** What surrounds the visitor's page; it names the release that other pages show. */
  public Frame frame(Context context) {
    return pages.frame(context, pages.releaseBehind(context));
  }

  public void send(Context context, String template, Object content) {
    send(context, frame(context), template, content);
  }

  public void send(Context context, Frame frame, String template, Object content) {
    context.header("Cache-Control", "no-store");
    context.contentType(Answer.HTML);
    context.result(templates.render(template, frame, content));
  }

  /** Sends the browser on by a GET, so that a reload sends nothing twice. */
  public void goTo(Context context, String address) {
    context.header("Cache-Control", "no-store");
    context.status(303);
    boolean isEnglish = Language.of(context.queryParam("lang")) == Language.EN;
    context.header(
        "Location", isEnglish && !address.contains("lang=") ? inEnglish(address) : address);
    context.result("");
  }

  private static String inEnglish(String address) {
    int fragment = address.indexOf('#');
    String page = fragment < 0 ? address : address.substring(0, fragment);
    return page + (page.contains("?") ? "&lang=en" : "?lang=en") + address.substring(page.length());
  }
}
