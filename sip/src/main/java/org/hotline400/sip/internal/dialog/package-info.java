/// Dialogs and the legs made of them (RFC 3261 §12–15), above transactions and below the application.
///
/// **Invariants.** Touched by the loop's thread alone; a leg's public verbs post to it. Each leg's listener hears
/// exactly one Ended or Rejected, and nothing after it.
@NullMarked
package org.hotline400.sip.internal.dialog;

import org.jspecify.annotations.NullMarked;
