package org.hotline400.server.numbers.catalogue;

/// A place in an order, for the next page. It stays good while numbers come and go, and when prices or
/// words change.
///
/// @param key by which it is ordered: memorability, and with a meaning 1000 times its weight more;
///     micro-yuan of the fee; 0 by number
/// @param suffix the seven digits of the last number seen, 0 to 9,999,999
public record Place(long key, int suffix) {
    public Place {
        if (key < 0 || suffix < 0 || suffix >= Space.NUMBERS) {
            throw new IllegalArgumentException("there is no place " + key + ", " + suffix);
        }
    }
}
