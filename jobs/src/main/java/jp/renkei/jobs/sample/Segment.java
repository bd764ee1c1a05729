package jp.renkei.jobs.sample;

/** Whom a product line is sold to. */
enum Segment {
  INDIVIDUAL,
  CORPORATE
}
