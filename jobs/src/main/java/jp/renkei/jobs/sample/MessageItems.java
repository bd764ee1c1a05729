package jp.renkei.jobs.sample;

import java.util.List;

/** The codes of the item catalogue and of the API types that answers choose from. */
final class MessageItems {
  static final List<String> ALL =
      List.of(
          "used_on",
          "merchant",
          "amount",
          "payment_type",
          "installments",
          "fixed_status",
          "billing_month",
          "due_on",
          "billed_amount",
          "billing_fixed",
          "credit_limit",
          "available_amount",
          "point_balance",
          "point_expiring",
          "card_type",
          "card_expiry",
          "card_id",
          "card_brand");

  static final List<String> API_TYPES =
      List.of(
          "STATEMENT_DETAIL",
          "BILLING_AMOUNT",
          "CREDIT_AVAILABLE",
          "POINT_BALANCE",
          "MEMBER_PROFILE",
          "CARD_LIST",
          "EVENT_NOTICE",
          "UPDATE_OP");

  private MessageItems() {}
}
