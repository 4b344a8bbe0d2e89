package org.hotline400.server.numbers.shop;

import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.numbers.grading.ClassOverrides;
import org.hotline400.server.numbers.prices.PriceLists;
import org.hotline400.server.numbers.promotions.Promotions;
import org.hotline400.server.numbers.stock.Stock;
import org.springframework.stereotype.Component;

/// Who knows the parts of the market, each from memory.
@Component
record Sources(
        NumberDirectory numbers, Stock stock, PriceLists prices, ClassOverrides classes, Promotions promotions) {}
