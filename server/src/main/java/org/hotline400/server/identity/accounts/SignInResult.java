package org.hotline400.server.identity.accounts;

import java.time.Duration;
import org.hotline400.server.identity.Account;

/// What came of a try to sign in.
public sealed interface SignInResult {

    record SignedIn(Account account, NewSession session) implements SignInResult {}

    /// The password is right; a code of the authenticator app, or a recovery code, has to come along.
    record CodeNeeded() implements SignInResult {}

    /// Name, password or code is wrong, or the account is not one that may sign in; which one is not told.
    record Refused() implements SignInResult {}

    /// Too many tries failed. Told for names that nobody has just as well.
    ///
    /// @param left until the next try
    record Locked(Duration left) implements SignInResult {}
}
