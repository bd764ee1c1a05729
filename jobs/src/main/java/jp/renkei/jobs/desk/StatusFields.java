package jp.renkei.jobs.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.renkei.jobs.silver.LandedUnit;
import jp.renkei.surveys.Receipt;

/** A row of a round's status as JSON; absent values are null. */
public final class StatusFields {
  private StatusFields() {}

  public static Map<String, Object> of(RoundStatus.Row row) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("respondent_id", row.respondent().id());
    fields.put("side", row.respondent().side().name());
    fields.put("name_ja", row.respondent().nameJa());
    fields.put("is_in_frame", row.isInFrame());
    fields.put("questionnaire_id", row.questionnaireId());
    fields.put("version", row.version());
    fields.put("state", row.state().name());
    fields.put("state_ja", row.state().japanese());
    fields.put("submitted_at", row.submittedAt().map(Object::toString).orElse(null));
    fields.put("sha256", row.counts().map(LandedUnit::sha256).orElse(null));
    fields.put("path", row.counts().map(LandedUnit::path).orElse(null));
    fields.put("submissions", row.submissions());
    fields.put("correction_reason", row.counts().map(LandedUnit::correctionReason).orElse(null));
    fields.put("received_by", row.receipt().map(Receipt::submittedBy).orElse(null));
    fields.put("on_behalf_of", row.receipt().map(Receipt::onBehalfOf).orElse(null));
    fields.put(
        "arrived_on",
        row.receipt()
            .filter(Receipt::isArrivalStated)
            .map(receipt -> receipt.arrivedOn().toString())
            .orElse(null));
    fields.put(
        "refused_at",
        row.refusedSince().flatMap(LandedUnit::submittedAt).map(Object::toString).orElse(null));
    fields.put("refused_path", row.refusedSince().map(LandedUnit::path).orElse(null));
    fields.put("refused_errors", row.refusedSince().map(LandedUnit::errors).orElse(0L));
    fields.put("note", row.receipt().map(Receipt::note).orElse(null));
    return fields;
  }
}
