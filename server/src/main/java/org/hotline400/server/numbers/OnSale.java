package org.hotline400.server.numbers;

import org.hotline400.server.kernel.HotlineNumber;

/// Which numbers the operator sells: answered by the stock.
@FunctionalInterface
public interface OnSale {
    /// While there is no stock: the segments that the carriers' 400 numbers are known to come from.
    OnSale KNOWN_SEGMENTS = number -> switch (number.digits().charAt(3)) {
        case '0', '1', '6', '7', '8', '9' -> true;
        default -> false;
    };

    /// Whether it is on sale today, whoever has it.
    boolean isOnSale(HotlineNumber number);
}
