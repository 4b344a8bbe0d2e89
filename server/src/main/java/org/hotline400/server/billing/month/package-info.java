/// What a contract's month comes to: pure functions from facts to lines, without clock, database or books. The bill,
/// its preview and a replay under another package are the same arithmetic.
@NullMarked
package org.hotline400.server.billing.month;

import org.jspecify.annotations.NullMarked;
