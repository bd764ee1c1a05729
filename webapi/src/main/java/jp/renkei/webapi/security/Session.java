package jp.renkei.webapi.security;

import java.time.Instant;

/**
 * One sign-in that is still good.
 *
 * @param token that every form of the session carries
 * @param signedInAt when it began; it ends a working day later at most
 */
public record Session(User user, String token, Instant signedInAt) {}
