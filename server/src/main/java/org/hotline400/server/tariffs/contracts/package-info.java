/// What was agreed with the holder of a number: which edition of which package, for how long, with what discount.
///
/// **Owns.** Tables `tariffs.contracts` and `tariffs.contract_spans`. **Publishes.** [Contracts], and
/// [ContractChanged] in the transaction of the change; the topic `contracts` of configuration.
///
/// **Invariants.** A number has one running contract at most. A contract's spans follow each other without gap or
/// overlap; days are Asia/Shanghai's. What was agreed for days that are over never changes: a revision is added, and
/// counts from its first day on. Behind its term a contract runs on from month to month, at the list's rent.
@NullMarked
@NamedInterface("contracts")
package org.hotline400.server.tariffs.contracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
