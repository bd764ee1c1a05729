package jp.renkei.jobs.gateway.classify;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address as 128 bits; IPv4 stands in ::ffff:0:0/96, where it belongs.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record IpAddress(long high, long low) {
  private static final long MAPPED = 0xffffL << 32;
  private static final int LONGEST = 50;

  /**
   * Reads an address as gateways log it: plain, with a port behind ({@code 192.0.2.1:443}, {@code
   * [2001:db8::1]:443}) or in brackets. Names are never looked up.
   */
  public static Optional<IpAddress> parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    int colon = text.indexOf(':');
    if (text.indexOf('.') > 0 && colon == text.lastIndexOf(':')) {
      return parseFour(text, colon < 0 ? text.length() : colon);
    }
    String plain = text;
    if (text.charAt(0) == '[') {
      int close = text.indexOf(']');
      plain = close < 0 ? "" : text.substring(1, close);
    }
    return colon < 0 ? Optional.empty() : parseSix(plain);
  }

  public boolean isFour() {
    return high == 0 && (low & 0xffffffff00000000L) == MAPPED;
  }

  /** The first bits of the address, counted over all 128; the rest zero. */
  IpAddress network(int prefixLength) {
    long highMask = prefixLength >= 64 ? -1L : prefixLength == 0 ? 0 : -1L << (64 - prefixLength);
    int lowLength = prefixLength - 64;
    long lowMask = lowLength >= 64 ? -1L : lowLength <= 0 ? 0 : -1L << (64 - lowLength);
    return new IpAddress(high & highMask, low & lowMask);
  }

  /** What is stored of an address: {@code 192.0.2.0/24}, {@code 2001:db8:1::/48}. */
  public String storedNetwork() {
    if (isFour()) {
      return (low >>> 24 & 255) + "." + (low >>> 16 & 255) + "." + (low >>> 8 & 255) + ".0/24";
    }
    return Long.toHexString(high >>> 48)
        + ":"
        + Long.toHexString(high >>> 32 & 0xffff)
        + ":"
        + Long.toHexString(high >>> 16 & 0xffff)
        + "::/48";
  }

  private static Optional<IpAddress> parseFour(String text, int end) {
    long address = 0;
    int part = -1;
    int parts = 0;
    for (int place = 0; place <= end; place++) {
      char c = place == end ? '.' : text.charAt(place);
      if (c == '.') {
        if (part < 0 || part > 255 || ++parts > 4) {
          return Optional.empty();
        }
        address = address << 8 | part;
        part = -1;
      } else if (c >= '0' && c <= '9' && part <= 255) {
        part = Math.max(part, 0) * 10 + c - '0';
      } else {
        return Optional.empty();
      }
    }
    return parts == 4 ? Optional.of(new IpAddress(0, MAPPED | address)) : Optional.empty();
  }

  private static Optional<IpAddress> parseSix(String text) {
    for (int place = 0; place < text.length(); place++) {
      char c = text.charAt(place);
      if (Character.digit(c, 16) < 0 && c != ':' && c != '.') {
        return Optional.empty();
      }
    }
    if (text.isEmpty() || text.indexOf(':') < 0) {
      return Optional.empty();
    }
    try {
      // Only digits and colons: the JDK takes it for a literal and asks no name server.
      var address = InetAddress.getByName(text);
      byte[] bytes = address.getAddress();
      if (address instanceof Inet6Address) {
        return Optional.of(new IpAddress(bits(bytes, 0, 8), bits(bytes, 8, 16)));
      }
      return Optional.of(new IpAddress(0, MAPPED | bits(bytes, 0, 4)));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static long bits(byte[] bytes, int start, int end) {
    long bits = 0;
    for (int place = start; place < end; place++) {
      bits = bits << 8 | bytes[place] & 0xff;
    }
    return bits;
  }
}
