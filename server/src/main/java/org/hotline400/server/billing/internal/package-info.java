/// Inside of `billing`.
///
/// **Locks.** A customer's money (`Ledger.lock` of his funds, or a posting) before where his bills stand (`StateRows`),
/// everywhere: money that comes is posted and then pays bills, so whoever locked a bill first and then wanted the money
/// would wait for it crosswise.
@NullMarked
package org.hotline400.server.billing.internal;

import org.jspecify.annotations.NullMarked;
