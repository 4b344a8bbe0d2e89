/// `./hotline bench charging`: how fast calls are rated, held, settled and billed, and what charging adds to
/// a call through SIP.
@NullMarked
package org.hotline400.bench.charging;

import org.jspecify.annotations.NullMarked;
