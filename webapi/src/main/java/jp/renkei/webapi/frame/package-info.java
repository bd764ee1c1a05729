/** What every page shares: language, texts, links, the release that is shown, templates. */
package jp.renkei.webapi.frame;
