/// People who sign in: passwords, sessions, the second factor, and the mails by which they come in or come
/// back.
///
/// **Invariants.** Passwords are stored as Argon2id, everything else that lets somebody in as a hash or
/// sealed. No answer tells a stranger whether an address has an account. What ends a session holds on every
/// node within a second.
@NullMarked
package org.hotline400.server.identity.accounts;

import org.jspecify.annotations.NullMarked;
