package jp.renkei.webapi.issuers;

import java.util.Optional;
import java.util.Set;
import jp.renkei.reports.register.Register;
import jp.renkei.webapi.frame.PageRequest;
import org.jooq.DSLContext;

/**
 * Which companies do not consent to be named in public.
 *
 * @param named those that do; empty for an audience whose file holds no others
 */
record WithoutConsent(Optional<Set<String>> named) {
  static WithoutConsent of(PageRequest request, DSLContext queries) {
    return new WithoutConsent(
        request.holds("gold.company_consent")
            ? Optional.of(Register.named(queries))
            : Optional.empty());
  }

  /** As in the public file: a company of which nothing is known has not consented. */
  boolean holds(String companyId) {
    return named.map(ids -> !ids.contains(companyId)).orElse(false);
  }
}
