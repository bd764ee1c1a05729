package jp.renkei.jobs.sample;

import java.util.List;
import java.util.Set;

/**
 * One agent as it truly is.
 *
 * @param registrationNo empty where it is not registered
 * @param users registered users
 * @param reach its part of an issuer's members, per thousand
 * @param networks address blocks its servers call from; empty where nobody reported them
 */
record TrueAgent(
    String id,
    int number,
    String corporateNumber,
    String nameJa,
    String nameEn,
    String registrationNo,
    boolean associationMember,
    boolean consentsToName,
    List<String> services,
    Set<Segment> segments,
    long users,
    int reach,
    List<String> networks) {

  TrueAgent {
    services = List.copyOf(services);
    networks = List.copyOf(networks);
    if (segments.isEmpty() || reach < 1) {
      throw new IllegalArgumentException(
          "Cannot hold agent %s: segments %s, reach %d".formatted(id, segments, reach));
    }
  }
}
