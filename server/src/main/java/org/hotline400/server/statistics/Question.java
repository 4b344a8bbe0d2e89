package org.hotline400.server.statistics;

import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// Which calls are meant.
///
/// @param tenant of whom; empty: of everybody the transaction may see
/// @param number dialled; empty: any
public record Question(Period period, Optional<TenantId> tenant, Optional<HotlineNumber> number) {}
