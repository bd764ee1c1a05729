package jp.renkei.jobs.gateway.format;

/**
 * Which address of a field counts, where the field may hold several: {@code X-Forwarded-For} lists
 * what each party claims to have seen, the nearest one last.
 */
public enum AddressList {
  /** The field holds one address. */
  NONE,
  /** What the client itself claims to be, unless all that stand before the gateway are trusted. */
  FIRST,
  /** What connected to the gateway. */
  LAST,
  /** The last one that is no private address, so that proxies of the house are passed over. */
  LAST_PUBLIC;

  /** The address that counts. */
  String pick(String raw) {
    if (this == NONE || raw.indexOf(',') < 0) {
      return raw;
    }
    if (this == FIRST) {
      return raw.substring(0, raw.indexOf(',')).strip();
    }
    String last = raw.substring(raw.lastIndexOf(',') + 1).strip();
    for (int end = raw.length(); this == LAST_PUBLIC && end >= 0; ) {
      int comma = raw.lastIndexOf(',', end - 1);
      String address = raw.substring(comma + 1, end).strip();
      if (!isPrivate(address)) {
        return address;
      }
      end = comma;
    }
    return last;
  }

  private static boolean isPrivate(String address) {
    String plain = address.startsWith("[") ? address.substring(1) : address;
    return plain.isEmpty()
        || plain.startsWith("10.")
        || plain.startsWith("192.168.")
        || plain.startsWith("127.")
        || plain.startsWith("169.254.")
        || isBetween(plain, "172.", 16, 31)
        || isBetween(plain, "100.", 64, 127)
        || plain.startsWith("::1")
        || plain.regionMatches(true, 0, "fc", 0, 2)
        || plain.regionMatches(true, 0, "fd", 0, 2)
        || plain.regionMatches(true, 0, "fe80:", 0, 5);
  }

  private static boolean isBetween(String address, String first, int lowest, int highest) {
    int dot = address.indexOf('.', first.length());
    if (!address.startsWith(first) || dot < 0 || dot - first.length() > 3) {
      return false;
    }
    String second = address.substring(first.length(), dot);
    return !second.isEmpty()
        && second.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(second) >= lowest
        && Integer.parseInt(second) <= highest;
  }
}
