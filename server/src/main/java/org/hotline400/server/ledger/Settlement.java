package org.hotline400.server.ledger;

import java.util.List;

/// Ends what a key holds, of all accounts, and posts what it came to instead.
///
/// @param key of the holds; there need be none. From now on it holds nothing more: its orders are refused
/// @param transfers debiting customers' accounts; each is cut to what its account can give, floor and the holds of
///     others respected
public record Settlement(String key, List<Transfer> transfers) {
    public Settlement {
        transfers = List.copyOf(transfers);
    }

    /// What became of it.
    ///
    /// @param posted the amount of each transfer that was posted, in their order: less than asked where the account
    ///     could not give more. Of one that had been posted before, what it was then
    public record Settled(Settlement settlement, List<Long> posted) {
        public Settled {
            posted = List.copyOf(posted);
        }
    }
}
