package jp.renkei.jobs.gateway.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import jp.renkei.jobs.gateway.format.DigestLetters;

/**
 * What is stored of ids. A client id that the register knows, and a request id that is a UUID or a
 * hexadecimal number, stand as logged; of all others a digest under the operator's key, since an
 * e-mail address, a bearer token or a password may stand there. Equal ids of one issuer and field
 * give equal digests. For one thread.
 */
public final class StoredIds {
  static final String PREFIX = "id-";

  private static final int SHORTEST_NUMBER = 16;
  private static final int LONGEST_NUMBER = 64;
  private static final int FEWEST_DIGITS = 3;
  private static final int MOST_DIGITS_IN_A_ROW = 9;
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final byte OTHER = 0;
  private static final byte DIGIT = 1;
  private static final byte LETTER = 2;

  /** Parts digits without ending their row. */
  private static final byte HYPHEN = 4;

  private static final byte[] KINDS = new byte[0x80];

  static {
    KINDS['-'] = HYPHEN;
    for (char c = '0'; c <= '9'; c++) {
      KINDS[c] = DIGIT;
    }
    for (char c = 'a'; c <= 'f'; c++) {
      KINDS[c] = LETTER;
      KINDS[Character.toUpperCase(c)] = LETTER;
    }
  }

  private final Set<String> knownClients;
  private final Mac ofClients;
  private final Mac ofRequests;

  /**
   * The ids of one issuer.
   *
   * @param issuerKey a secret, another one for every issuer
   * @param knownClients the client ids that the register knows, whatever the day
   */
  public StoredIds(byte[] issuerKey, Set<String> knownClients) {
    this.knownClients = Set.copyOf(knownClients);
    // Apart from each other and from the pseudonyms of users, so that no two fields can be
    // compared.
    this.ofClients = Hmac.of(Hmac.hash(issuerKey, "client_id"));
    this.ofRequests = Hmac.of(Hmac.hash(issuerKey, "request_id"));
  }

  /** A client id, or null as it came; worth being remembered. */
  public String client(String raw) {
    return raw == null || knownClients.contains(raw) ? raw : digest(ofClients, raw);
  }

  /** A request id, or null as it came; nearly every one is new. */
  public String request(String raw) {
    return raw == null || isNumber(raw) ? raw : digest(ofRequests, raw);
  }

  private static String digest(Mac mac, String raw) {
    return DigestLetters.of(PREFIX, mac.doFinal(raw.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Whether an id is a UUID or a hexadecimal number that a machine made: digits alone may be a
   * telephone or member's number, letters alone a word, and ten digits in a row a telephone or card
   * number beside an id. One random number in twelve has so many, and gets a digest.
   */
  private static boolean isNumber(String raw) {
    int length = raw.length();
    if (length < SHORTEST_NUMBER || length > LONGEST_NUMBER) {
      return false;
    }
    int digits = 0;
    int letters = 0;
    int row = 0;
    int longestRow = 0;
    // Without branches: digits and letters come by chance, and no processor foresees them.
    for (int place = 0; place < length; place++) {
      char c = raw.charAt(place);
      if (c >= KINDS.length || KINDS[c] == OTHER) {
        return false;
      }
      int digit = KINDS[c] & DIGIT;
      digits += digit;
      letters += KINDS[c] >> 1 & 1;
      row = (row + digit) * (digit | KINDS[c] >> 2);
      longestRow = Math.max(longestRow, row);
    }
    if (letters == 0 || digits < FEWEST_DIGITS) {
      return false;
    }
    return letters + digits == length
        ? longestRow <= MOST_DIGITS_IN_A_ROW
        : UUID.matcher(raw).matches();
  }
}
