/// What calls cost, in real time and to the micro-yuan.
///
/// **Owns.** Schema `charging`: the terms of customers' accounts, grants of minutes, suspensions, rated calls with
/// their
/// legs, the cursor into the calls' records. **Implements.** `calls.Admission` (stage CREDIT) with its
/// `calls.CallMeter`,
/// and `calls.CallDetail`. **Publishes.** [CustomerAccounts], [RatedCalls], [ChargedLegs], [SettledCalls],
/// [LiveCharges];
/// [FundsExhausted], [FundsRestored]. **Listens to.** [FundsAdded], `ContractChanged`.
///
/// **How a call is charged.** Admission reserves the first block's true price, of bundled seconds where there are
/// any, of money for the rest (`ledger` holds, key: the call). While it lasts the call's own thread reserves the next
/// slice before the last one ends, and hears its end when there is nothing more. Settling is not the call's affair:
/// whoever reads the calls' records by the durable cursor rates each call once, ends its holds and posts its cost in
/// one transaction.
///
/// **Invariants.** A call is settled once, whatever is told twice and whoever dies. A prepaid account pays no more
/// than it has; what was reserved suffices for what is charged. A hold outlives its call by no more than a lease.
/// What a call costs is that of its record's facts, rated in one pass.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "web",
            "identity",
            "ledger",
            "tariffs",
            "tariffs :: rating",
            "tariffs :: contracts",
            "prompts",
            "numbers",
            "callplans",
            "calls"
        })
package org.hotline400.server.charging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
