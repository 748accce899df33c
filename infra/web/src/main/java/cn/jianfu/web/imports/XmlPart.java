package cn.jianfu.web.imports;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the reader of cells does not tell about a part of an XLSX file.
 *
 * @param merged regions, when the part is a sheet
 * @param relations targets by id, when the part says what belongs together
 */
record XmlPart(List<MergedRegion> merged, Map<String, String> relations) {

  private static final int MOST_REGIONS = 10_000;
  private static final XMLInputFactory FACTORY = factory();

  static XmlPart read(InputStream xml) throws XMLStreamException {
    var part = new XmlPart(new ArrayList<>(), new HashMap<>());
    var reader = FACTORY.createXMLStreamReader(xml);
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD -> throw FileProblems.of(FileProblems.SUSPICIOUS);
        case XMLStreamConstants.START_ELEMENT -> part.note(reader);
        default -> {}
      }
    }
    return part;
  }

  private void note(XMLStreamReader reader) {
    switch (reader.getLocalName()) {
      case "mergeCell" -> {
        if (merged.size() == MOST_REGIONS) {
          throw FileProblems.of(FileProblems.SUSPICIOUS);
        }
        MergedRegion.parse(attribute(reader, "ref")).ifPresent(merged::add);
      }
      case "Relationship" -> relations.put(attribute(reader, "Id"), attribute(reader, "Target"));
      default -> {}
    }
  }

  private static String attribute(XMLStreamReader reader, String name) {
    var value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  /** The JDK's own, so that its limits hold whatever else is on the class path. */
  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }
}
