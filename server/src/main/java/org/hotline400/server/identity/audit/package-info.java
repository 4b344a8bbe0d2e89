/// Who did what, when and from where: every change and every look at personal papers, recordings and clear numbers.
///
/// **Owns.** `identity.audit_entries` and `identity.audit_heads`: per tenant a chain of entries without a gap, each
/// with
/// a hash over itself and the one before ([AuditChain]).
///
/// **Publishes.** [AuditTrail] to write and read; [Reveals] for controllers' methods whose reading is written down;
/// [AuditInspection] for commands.
///
/// **Invariants.** Entries are appended, never changed or removed: the application has no grant for it and a trigger
/// refuses the tables' owner. What a superuser does behind the back of both is found by [AuditTrail#verify], but for a
/// chain written anew as a whole: that is found with a head that was written down elsewhere.
@NullMarked
@NamedInterface("audit")
package org.hotline400.server.identity.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
