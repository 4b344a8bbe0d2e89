/// Reading REGISTER requests (RFC 3261 §10, RFC 3327, RFC 5626) for [org.hotline400.sip.Registrar].
///
/// **Invariants.** Pure: nothing here keeps state or looks at a clock.
@NullMarked
package org.hotline400.sip.internal.registrar;

import org.jspecify.annotations.NullMarked;
