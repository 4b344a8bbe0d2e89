package org.hotline400.server.ledger;

import java.time.Instant;
import org.hotline400.server.kernel.TenantId;

/// What a key has reserved of an account.
///
/// @param sequence of its last order
/// @param expires when whoever has it is taken for dead; of several accounts of a key the latest counts
public record Hold(String key, AccountId account, TenantId tenant, int sequence, long total, Instant expires) {}
