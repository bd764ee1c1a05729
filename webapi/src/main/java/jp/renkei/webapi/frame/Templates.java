package jp.renkei.webapi.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/** The page templates, compiled with the product; every value they print is escaped. */
public final class Templates {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /**
   * Renders a page.
   *
   * @param template name below src/main/jte, without ending
   * @return UTF-8 HTML
   */
  public byte[] render(String template, Frame frame, Object page) {
    var output = new Utf8ByteOutput();
    engine.render(template + ".jte", Map.of("frame", frame, "page", page), output);
    return output.toByteArray();
  }
}
