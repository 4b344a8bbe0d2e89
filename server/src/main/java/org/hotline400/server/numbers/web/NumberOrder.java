package org.hotline400.server.numbers.web;

import org.jspecify.annotations.Nullable;

/// How a number shall be.
///
/// @param tenant whose; needed to put a number into service that nobody has
/// @param status `active`, `suspended`, …
/// @param reason why, for the record
public record NumberOrder(
        @Nullable String tenant,
        @Nullable String status,
        @Nullable String reason) {}
