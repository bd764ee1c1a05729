/** Whether the server lives, has a release to show, and what it has answered. */
package jp.renkei.webapi.health;
