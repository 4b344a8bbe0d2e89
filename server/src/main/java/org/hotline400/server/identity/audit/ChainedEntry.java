package org.hotline400.server.identity.audit;

import java.time.Instant;

/// An entry in its place.
///
/// @param sequence counted from 1 in its tenant, without a gap
/// @param at when, to the microsecond
/// @param hash covers this entry and the hash of the one before
public record ChainedEntry(long sequence, Instant at, AuditEntry entry, AuditHash hash) {}
