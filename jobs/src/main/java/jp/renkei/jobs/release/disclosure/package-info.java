/**
 * Disclosure control: which figures the files of the public and the associations must leave out, so
 * that no respondent's answer can be worked out from what is left.
 */
package jp.renkei.jobs.release.disclosure;
