/// `ledger` over REST.
@NullMarked
package org.hotline400.server.ledger.web;

import org.jspecify.annotations.NullMarked;
