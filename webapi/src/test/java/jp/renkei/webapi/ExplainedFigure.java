package jp.renkei.webapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which of the planted comments belong to the figure that an address of /explain names. */
final class ExplainedFigure {
  private ExplainedFigure() {}

  /** What is said of the figure that the address names. */
  static Predicate<String> said(String address) {
    var asked = new TreeMap<String, String>();
    Pattern.compile("[?&]([a-z]+)=([^&]*)")
        .matcher(address)
        .results()
        .forEach(
            one ->
                asked.put(one.group(1), URLDecoder.decode(one.group(2), StandardCharsets.UTF_8)));
    String slice = asked.getOrDefault("slice", "");
    String of =
        ":%s:%s:%s:%s:"
            .formatted(
                asked.getOrDefault("issuer", ""),
                asked.getOrDefault("agent", ""),
                asked.get("kpi"),
                slice.substring(slice.indexOf('=') + 1));
    String period = asked.get("period");
    String type =
        period.startsWith("FY")
            ? "(FY|QUARTER_FY):.*"
            : period.length() == 7 ? "MONTH:" + period + "-01" : "POINT:" + period;
    return said -> said.contains(of) && said.matches(".*:" + type + ":end");
  }
}
