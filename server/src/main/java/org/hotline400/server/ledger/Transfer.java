package org.hotline400.server.ledger;

import java.time.Instant;

/// One movement between two accounts of one unit. Immutable once posted.
///
/// @param key stands for this movement: the same again changes nothing
/// @param debit the account that gives: of customers' accounts its balance falls
/// @param credit the account that takes: of customers' accounts its balance rises
/// @param amount more than 0, in the accounts' unit
/// @param kind what it is for
/// @param reference what it belongs to, such as a call, a bill or a payment; at most 100 characters
/// @param effective when it counts
public record Transfer(
        String key, Party debit, Party credit, long amount, TransferKind kind, String reference, Instant effective) {
    private static final int LONGEST = 100;

    public Transfer {
        if (key.isBlank() || key.length() > LONGEST || reference.length() > LONGEST) {
            throw new IllegalArgumentException("a transfer has a key, and key and reference at most 100 characters");
        }
        if (amount <= 0) {
            throw new IllegalArgumentException("a transfer moves more than 0; was " + amount);
        }
    }

    /// One side of it.
    public sealed interface Party {

        static Party of(AccountId account) {
            return PlatformAccount.of(account).<Party>map(Platform::new).orElseGet(() -> new Customer(account));
        }

        AccountId account();

        /// A customer's account.
        record Customer(AccountId account) implements Party {}

        /// One of the operator's own.
        record Platform(PlatformAccount own) implements Party {
            @Override
            public AccountId account() {
                return own.id();
            }
        }
    }
}
