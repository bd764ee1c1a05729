package jp.renkei.reports.chart;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import jp.renkei.reports.style.Palette;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A chart as a picture, for documents and for readers without a browser's script. */
public final class ChartPicture {
  private static final String SVG = "http://www.w3.org/2000/svg";

  private ChartPicture() {}

  /** A PNG of so many pixels. */
  public static byte[] png(ChartSpec chart, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    draw(chart, graphics, width, height);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** An SVG document whose text stays text, so that it can be searched and read aloud. */
  public static String svg(ChartSpec chart, int width, int height) {
    var context = SVGGeneratorContext.createDefault(emptyDocument());
    // Batik's comment names the program and is of no use to a reader.
    context.setComment(" ");
    var graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(width, height));
    draw(chart, graphics, width, height);
    Element root = graphics.getRoot();
    root.setAttribute("viewBox", "0 0 " + width + " " + height);
    root.setAttribute("role", "img");
    root.insertBefore(
        element(root, "desc", EChartsOption.description(chart)), root.getFirstChild());
    root.insertBefore(element(root, "title", chart.title()), root.getFirstChild());
    var text = new StringWriter();
    try {
      graphics.stream(root, text, false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // The reader's machine may lack the font that this one has.
    String drawnWith = JapaneseFont.drawing(JapaneseFont.textOf(chart)).getFamily();
    return text.toString()
        // A reader must not have to fetch a document type.
        .replaceFirst("<!DOCTYPE[^>]*>\\s*", "")
        .replace(
            "font-family=\"'" + drawnWith + "'\"",
            "font-family=\"'" + drawnWith + "', " + Palette.FONT_FAMILY.replace('"', '\'') + "\"");
  }

  private static Document emptyDocument() {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Cannot draw SVG: this Java has no plain XML parser.", e);
    }
  }

  private static Element element(Element root, String name, String text) {
    var element = root.getOwnerDocument().createElementNS(SVG, name);
    element.setTextContent(text);
    return element;
  }

  private static void draw(ChartSpec chart, Graphics2D graphics, int width, int height) {
    Font font = JapaneseFont.drawing(JapaneseFont.textOf(chart));
    JFreeChart drawn = new DrawnChart(chart, font).chart();
    drawn.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
  }
}
