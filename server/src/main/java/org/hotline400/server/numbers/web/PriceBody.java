package org.hotline400.server.numbers.web;

import org.hotline400.server.numbers.prices.NumberPrice;

/// What a number costs by the price list, before any promotion.
///
/// @param setUpFee paid once, in yuan
/// @param minimumMonths the shortest contract
record PriceBody(String setUpFee, int minimumMonths) {
    static PriceBody of(NumberPrice price) {
        return new PriceBody(price.setUpFee().toString(), price.minimumMonths());
    }
}
