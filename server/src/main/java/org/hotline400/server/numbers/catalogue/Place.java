package org.hotline400.server.numbers.catalogue;

/// A place in an order, for the next page.
///
/// @param key by which it is ordered: memorability, micro-yuan of the fee, weight of the meaning; 0 by number
/// @param suffix the seven digits of the last number seen, 0 to 9,999,999
public record Place(long key, int suffix) {}
