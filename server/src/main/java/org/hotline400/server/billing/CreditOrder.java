package org.hotline400.server.billing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.Money;

/// Asks for a credit note.
///
/// @param lines at least one, each line of the bill at most once
/// @param reason as it is printed
/// @param key the `Idempotency-Key` of the request
/// @param by who asks
public record CreditOrder(BillId bill, List<Part> lines, String reason, Optional<String> key, UUID by) {
    public CreditOrder {
        lines = List.copyOf(lines);
    }

    /// @param line counts the bill's lines from 1
    /// @param amount more than 0, whole fen
    public record Part(int line, Money amount) {}
}
