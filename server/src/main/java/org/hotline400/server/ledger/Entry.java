package org.hotline400.server.ledger;

import java.time.Instant;
import java.util.Optional;

/// A transfer as it stands in an account's entries.
///
/// @param id the order in which entries were posted, as good as
/// @param change of the account's balance: more than 0 for a credit
/// @param reverses the key of the transfer that it takes back
public record Entry(long id, Transfer transfer, long change, Instant posted, Optional<String> reverses) {}
