/// Reading and writing the small grammars of SIP: URIs, name-addresses, parameters, quoted strings.
///
/// **Invariants.** Pure functions; no regular expressions; bad text gives an IllegalArgumentException that says
/// what is wrong, never another exception.
@NullMarked
package org.hotline400.sip.internal.text;

import org.jspecify.annotations.NullMarked;
