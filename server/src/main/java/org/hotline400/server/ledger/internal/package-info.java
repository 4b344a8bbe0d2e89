/// Inside of `ledger`.
@NullMarked
package org.hotline400.server.ledger.internal;

import org.jspecify.annotations.NullMarked;
