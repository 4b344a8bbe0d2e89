package org.hotline400.server.numbers;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// What happened to a number once, as it is kept for good.
///
/// @param id a UUIDv7
/// @param tenant in whose time: who had it then or got it
/// @param previousTenant who had it before, where it changed hands
/// @param until when the new status was to end by itself
/// @param successor the number that took its place
/// @param actor who did it, and why
public record NumberTransition(
        UUID id,
        HotlineNumber number,
        TenantId tenant,
        Optional<TenantId> previousTenant,
        NumberEvent event,
        NumberStatus from,
        NumberStatus to,
        Instant at,
        Optional<Instant> until,
        Optional<HotlineNumber> successor,
        Actor actor) {}
