package org.hotline400.server.numbers.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.grading.Grade;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.meaning.Fragment;
import org.hotline400.server.numbers.prices.NumberPrice;
import org.hotline400.server.numbers.stock.NumberCarrier;

/// A number that can be had.
///
/// @param grade what the rules say
/// @param numberClass the class it is sold in: the rules', or the operator's
/// @param price by the list, before any promotion
/// @param promotions that it takes part in
/// @param says the fragments of the query that are in it
public record Offer(
        HotlineNumber number,
        Grade grade,
        NumberClass numberClass,
        NumberPrice price,
        Optional<NumberCarrier> carrier,
        List<UUID> promotions,
        List<Fragment> says) {
    public Offer {
        promotions = List.copyOf(promotions);
        says = List.copyOf(says);
    }
}
