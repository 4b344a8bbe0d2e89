package org.hotline400.server.billing.advisor;

import java.time.YearMonth;
import java.util.Map;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Component;

/// What a month's calls come to by a package's prices, before rent and conditions.
///
/// @param calls by component, to the micro-yuan; those without a price are not there
/// @param charged seconds in whole increments, of components that have a price
/// @param covered of them, by bundled minutes
/// @param beyond seconds that bundled minutes would have paid for, had there been more
/// @param unused of this month's bundled seconds, never used until they ended
record MonthUse(YearMonth month, Map<Component, Money> calls, long charged, long covered, long beyond, long unused) {
    MonthUse {
        calls = Map.copyOf(calls);
    }
}
