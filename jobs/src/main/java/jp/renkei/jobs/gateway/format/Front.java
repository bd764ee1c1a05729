package jp.renkei.jobs.gateway.format;

import java.util.Locale;

/** Where an issuer's log was written. */
public enum Front {
  /** The API gateway. */
  API,
  /** The members' site. */
  WEB;

  /** As tables hold it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
