package org.hotline400.server.numbers.prices;

import org.springframework.stereotype.Service;

/// The price lists, and which one is in force.
@Service
public class PriceLists {

    /// The list in force at this moment, from memory.
    public PriceList now() {
        return PriceList.own();
    }
}
