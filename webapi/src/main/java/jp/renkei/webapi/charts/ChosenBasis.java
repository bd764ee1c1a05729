package jp.renkei.webapi.charts;

import java.util.HashMap;
import java.util.Map;
import jp.renkei.reports.figure.IssuerBasis;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.PageRequest;

/** {@code ?basis=then|now}: by which issuers the reader wants a history told. */
public final class ChosenBasis {
  public static final String PARAMETER = "basis";

  private ChosenBasis() {}

  /** By the issuers of the period where nothing is said; anything else than the two is refused. */
  public static IssuerBasis of(PageRequest request) {
    return request
        .parameter(PARAMETER)
        .map(
            text ->
                IssuerBasis.parse(text)
                    .orElseThrow(
                        () -> new NotShown(NotShown.Kind.WRONG_PARAMETER, PARAMETER + "=" + text)))
        .orElse(IssuerBasis.THEN);
  }

  /** The parameters of a chart of an issuer. */
  public static Map<String, String> parameters(String issuerId, IssuerBasis basis) {
    var parameters = new HashMap<>(Map.of("issuer", issuerId));
    if (basis == IssuerBasis.NOW) {
      parameters.put(PARAMETER, basis.code());
    }
    return parameters;
  }
}
