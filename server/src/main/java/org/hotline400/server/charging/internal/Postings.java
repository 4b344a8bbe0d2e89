package org.hotline400.server.charging.internal;

import org.hotline400.server.ledger.Posting;

/// Transfers that cannot be refused, unless we are wrong.
final class Postings {
    private Postings() {}

    /// @throws IllegalStateException when it was refused: what belongs to it is rolled back
    static void done(Posting posting) {
        switch (posting) {
            case Posting.Done _, Posting.AsBefore _ -> {}
            case Posting.KeyUsed _, Posting.TooLittle _ ->
                throw new IllegalStateException("a transfer that must be possible was refused: " + posting);
        }
    }
}
