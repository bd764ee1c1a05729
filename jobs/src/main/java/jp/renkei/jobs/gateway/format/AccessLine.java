package jp.renkei.jobs.gateway.format;

import jp.renkei.jobs.delta.RowBatch;

/**
 * What one log line says about one access. One object is filled again for every line, since a log
 * has millions; null is what the line does not say.
 */
public final class AccessLine {
  /** One tebibyte: no answer is larger, and millions of such sum up within 64 bits. */
  public static final long LARGEST_BYTES_OUT = 1L << 40;

  /** Thirty days. */
  public static final double LONGEST_LATENCY_MS = 30 * 86_400_000.0;

  /** No number of a log. */
  public static final long NO_NUMBER = RowBatch.NO_NUMBER;

  /** No number at all. */
  public static final double NO_LATENCY = RowBatch.NO_DECIMAL;

  /** Microseconds since 1970 in UTC. */
  public long eventMicros;

  /** Microseconds since 1970 of the end, where the log has it; else 0. */
  long endMicros;

  public String clientId;
  public String method;

  /** Without the query string. */
  public String path;

  /** {@link #NO_NUMBER} where the line does not say it. */
  public long status;

  /** {@link #NO_LATENCY} where the line does not say it. */
  public double latencyMs;

  /** {@link #NO_NUMBER} where the line does not say it. */
  public long bytesOut;

  /** As logged: a name, to be hashed before it is stored. */
  public String user;

  public String requestId;

  /** As logged: the whole address, to be cut before it is stored. */
  public String clientAddress;

  public String userAgent;
  public Boolean attended;
  public String environment;

  /** Which fields the line held, as bits by {@link AccessField#ordinal()}. */
  int seen;

  void clear() {
    seen = 0;
    eventMicros = 0;
    endMicros = 0;
    clientId = null;
    method = null;
    path = null;
    status = NO_NUMBER;
    latencyMs = NO_LATENCY;
    bytesOut = NO_NUMBER;
    user = null;
    requestId = null;
    clientAddress = null;
    userAgent = null;
    attended = null;
    environment = null;
  }

  /** Says what another access says. */
  public void set(AccessLine other) {
    seen = other.seen;
    eventMicros = other.eventMicros;
    endMicros = other.endMicros;
    clientId = other.clientId;
    method = other.method;
    path = other.path;
    status = other.status;
    latencyMs = other.latencyMs;
    bytesOut = other.bytesOut;
    user = other.user;
    requestId = other.requestId;
    clientAddress = other.clientAddress;
    userAgent = other.userAgent;
    attended = other.attended;
    environment = other.environment;
  }

  boolean has(AccessField field) {
    return (seen & 1 << field.ordinal()) != 0;
  }

  void see(AccessField field) {
    seen |= 1 << field.ordinal();
  }

  /** Takes a field of another access, which stands in a wrapper around this one. */
  void take(AccessField field, AccessLine outer) {
    if (!outer.has(field) || has(field)) {
      return;
    }
    see(field);
    switch (field) {
      case EVENT_TIME -> eventMicros = outer.eventMicros;
      case END_TIME -> endMicros = outer.endMicros;
      case CLIENT_ID -> clientId = outer.clientId;
      case METHOD -> method = outer.method;
      case PATH -> path = outer.path;
      case REQUEST -> {
        method = outer.method;
        path = outer.path;
      }
      case STATUS -> status = outer.status;
      case LATENCY_MS -> latencyMs = outer.latencyMs;
      case BYTES_OUT -> bytesOut = outer.bytesOut;
      case USER -> user = outer.user;
      case REQUEST_ID -> requestId = outer.requestId;
      case CLIENT_IP -> clientAddress = outer.clientAddress;
      case USER_AGENT -> userAgent = outer.userAgent;
      case ATTENDED -> attended = outer.attended;
      case ENVIRONMENT -> environment = outer.environment;
    }
  }
}
