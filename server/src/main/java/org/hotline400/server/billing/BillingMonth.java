package org.hotline400.server.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// How far a month has come.
///
/// @param month its first day
/// @param drafted when there were drafts of all its bills
/// @param told when somebody was told that its calls are not settled in time; empty as long as nobody had to be
/// @param issued when all its bills were issued
public record BillingMonth(
        LocalDate month, Optional<Instant> drafted, Optional<Instant> told, Optional<Instant> issued) {}
