/// How the stack is put together: the dispatcher of messages, its checks, the running whole.
///
/// **Invariants.** Not for applications: they use [org.hotline400.sip.SipStacks].
@NullMarked
package org.hotline400.sip.internal;

import org.jspecify.annotations.NullMarked;
