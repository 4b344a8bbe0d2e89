package org.hotline400.sip;

import java.util.List;

/// What a server makes of the credentials in a request.
public sealed interface DigestResult {

    /// The credentials are right.
    ///
    /// @param user whose they are
    record Authenticated(String user) implements DigestResult {}

    /// There are none for this realm, or they are right but the nonce is too old: challenge.
    ///
    /// @param challenges one value for each WWW-Authenticate (401) or Proxy-Authenticate (407) header; with
    ///     `stale=true` when only the nonce was old, so that the client tries again by itself
    record Missing(List<String> challenges) implements DigestResult {
        public Missing {
            challenges = List.copyOf(challenges);
        }
    }

    /// They are wrong: answer 403, or challenge again.
    ///
    /// @param user as the credentials claim; may be empty
    /// @param why for the log, never for the peer
    record Refused(String user, String why) implements DigestResult {}
}
