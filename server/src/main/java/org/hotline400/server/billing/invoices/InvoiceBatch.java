package org.hotline400.server.billing.invoices;

import java.time.Instant;
import java.util.UUID;

/// Requests that were handed to the operator's tax system together.
///
/// @param waiting those for which nothing came back yet
public record InvoiceBatch(UUID id, Instant at, int requests, int waiting) {}
