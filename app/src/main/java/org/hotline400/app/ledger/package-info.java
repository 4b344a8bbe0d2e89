/// `./hotline ledger`: proves that the books are right.
@NullMarked
package org.hotline400.app.ledger;

import org.jspecify.annotations.NullMarked;
