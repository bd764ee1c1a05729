/**
 * Figures that an issuer states itself, in the shape of CDR Get Metrics v5: what such a file must
 * look like, what must hold between its figures, and the figures day by day. Shape and rules are
 * data: {@code definitions/rules/cdr-metrics.yaml}.
 */
package jp.renkei.jobs.metrics;
