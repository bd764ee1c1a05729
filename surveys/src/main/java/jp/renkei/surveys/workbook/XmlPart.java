package jp.renkei.surveys.workbook;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import jp.renkei.surveys.Problem.Reason;
import org.apache.poi.openxml4j.opc.PackagePart;

/**
 * Reads one XML part as a stream. No document type declaration and no entity of its own is taken:
 * no spreadsheet program writes them.
 */
final class XmlPart implements AutoCloseable {
  private final String name;
  private final InputStream stream;
  private final XMLStreamReader reader;
  private int depth;

  private XmlPart(String name, InputStream stream, XMLStreamReader reader) {
    this.name = name;
    this.stream = stream;
    this.reader = reader;
  }

  /** The JDK's own parser, whatever else stands on the class path. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("Cannot read an outer entity: none is taken.");
        });
    return factory;
  }

  static XmlPart open(PackagePart part) throws IOException, Refusal {
    return open(part.getPartName().getName(), part.getInputStream());
  }

  /**
   * @param name for what is said of the part
   */
  static XmlPart open(String name, InputStream stream) throws Refusal {
    if (stream == null) {
      throw damaged(name);
    }
    try {
      return new XmlPart(name, stream, factory().createXMLStreamReader(stream));
    } catch (XMLStreamException | RuntimeException e) {
      throw damaged(name);
    }
  }

  private static Refusal damaged(String name) {
    return Refusal.of(Reason.UNREADABLE, "found.damaged_part", name);
  }

  /** Goes on to the next event; false at the end of the part. */
  boolean next() throws Refusal {
    switch (nextEvent()) {
      case XMLStreamConstants.START_ELEMENT -> {
        depth++;
        if (depth > WorkbookLimits.DEEPEST_ELEMENT) {
          throw Refusal.of(Reason.UNSAFE_FILE, "found.deep_xml", name);
        }
      }
      case XMLStreamConstants.END_ELEMENT -> depth--;
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw Refusal.of(Reason.UNSAFE_FILE, "found.document_type", name);
      case XMLStreamConstants.END_DOCUMENT -> {
        return false;
      }
      default -> {}
    }
    return true;
  }

  private int nextEvent() throws Refusal {
    try {
      return reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
    } catch (XMLStreamException | RuntimeException e) {
      throw damaged(name);
    }
  }

  boolean isStart() {
    return reader.isStartElement();
  }

  boolean isEnd() {
    return reader.isEndElement();
  }

  boolean isStart(String element) {
    return isStart() && element().equals(element);
  }

  boolean isEnd(String element) {
    return isEnd() && element().equals(element);
  }

  /** Appends the text of this event, if it is one, up to so many characters. */
  void appendText(StringBuilder text, int longest) throws Refusal {
    if (!reader.isCharacters()) {
      return;
    }
    if (text.length() + (long) reader.getTextLength() > longest) {
      throw Refusal.of(Reason.TOO_LARGE, "found.long_text", WorkbookLimits.LONGEST_TEXT);
    }
    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
  }

  String element() {
    return reader.getLocalName();
  }

  /** Empty when the element has none of that name. */
  String attribute(String attribute) {
    String value = reader.getAttributeValue("", attribute);
    return value == null ? "" : value;
  }

  /** The id of a relationship, in the namespace of the transitional or of the strict format. */
  String relationshipId() {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String namespace = reader.getAttributeNamespace(i);
      boolean isRelationship = namespace != null && namespace.endsWith("/relationships");
      if (isRelationship && reader.getAttributeLocalName(i).equals("id")) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /** Whether a flag of the format is set. */
  static boolean isTrue(String flag) {
    return flag.equals("1") || flag.equals("true") || flag.equals("on");
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
