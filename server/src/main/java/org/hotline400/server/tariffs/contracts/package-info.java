/// What was agreed with the holder of a number: which edition of which package, for how long, with what discount.
///
/// **Owns.** Table `tariffs.contracts` and its spans. **Publishes.** [Contracts], and [ContractChanged] in the
/// transaction of the change. **Invariants.** A number has one running contract at most. A contract's spans follow
/// each other without gap or overlap; days are Asia/Shanghai's. What was agreed for days that are over never changes.
@NullMarked
@NamedInterface("contracts")
package org.hotline400.server.tariffs.contracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
