/** Keeps personal data out: what looks like a card number is found and masked before storing. */
package jp.renkei.warehouse.privacy;
