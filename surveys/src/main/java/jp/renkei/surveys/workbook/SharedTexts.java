package jp.renkei.surveys.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.opc.PackagePart;

/** The texts that cells share, in their order. */
record SharedTexts(List<String> texts) {

  static SharedTexts none() {
    return new SharedTexts(List.of());
  }

  static SharedTexts read(PackagePart part) throws IOException, Refusal {
    var texts = new ArrayList<String>();
    try (XmlPart xml = XmlPart.open(part)) {
      while (xml.next()) {
        if (xml.isStart("si")) {
          texts.add(RichText.read(xml, "si"));
        }
      }
    }
    return new SharedTexts(texts);
  }

  Optional<String> of(String index) {
    boolean isNumber = index.strip().matches("\\d{1,9}");
    int position = isNumber ? Integer.parseInt(index.strip()) : Integer.MAX_VALUE;
    return position < texts.size() ? Optional.of(texts.get(position)) : Optional.empty();
  }
}
