package org.hotline400.server.ledger;

/// What an order came to.
///
/// @param amount what it got: between its least and its most; 0 when it was refused, or there was nothing
/// @param total what its key holds of the account now
/// @param available what is left of the account for others
public record Held(HoldOrder order, long amount, long total, long available) {

    public boolean isRefused() {
        return amount < order.least() || amount == 0;
    }
}
