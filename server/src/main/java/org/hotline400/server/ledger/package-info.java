/// Who owes whom what: double entry, in micro-yuan and in seconds of bundled minutes. Knows nothing of calls.
///
/// **Owns.** Schema `ledger`: accounts, balances, transfers, holds, settled keys, shortfalls, what checks found.
/// **Publishes.** [Ledger], [LedgerChecks], [LedgerInspection]. **Port.** [LedgerCheck], for checks of others.
///
/// **Invariants.** A transfer is never changed nor deleted, by grant as well as by code. Its key stands for one
/// content: again is nothing, with other content an error. All entries of a unit add up to 0. A kept balance is the
/// fold of its entries, what it reserves the sum of its holds, and balance less reserved is never below its floor.
/// Only customers' accounts keep a balance; those of the platform are added up when read.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "identity"})
package org.hotline400.server.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
