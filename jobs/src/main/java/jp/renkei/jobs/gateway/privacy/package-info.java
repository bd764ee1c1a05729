/**
 * What may be stored of an access: declared or listed words as they stand, of all else a mask or a
 * digest under the operator's key.
 */
package jp.renkei.jobs.gateway.privacy;
