package org.hotline400.server.ledger;

import java.time.Instant;

/// Reserves something of an account for whoever has the key; orders of one key and account add up.
///
/// @param key such as a call's id; at most 100 characters
/// @param sequence 1, 2, 3… for one key and account: the same again changes nothing and answers as before, an older one
///     as the last. What was refused leaves no trace: again, it is decided anew
/// @param least how much it must be, or nothing is held
/// @param most how much is wanted, at least `least`
/// @param expires when whoever has it is taken for dead, unless a later order of the key says otherwise
public record HoldOrder(String key, int sequence, AccountId account, long least, long most, Instant expires) {
    public HoldOrder {
        if (key.isBlank() || key.length() > 100 || sequence < 1) {
            throw new IllegalArgumentException("a hold has a key of at most 100 characters, and sequences from 1");
        }
        if (least < 0 || most < least || most == 0) {
            throw new IllegalArgumentException("a hold wants something, and at least as much as it must have");
        }
    }
}
