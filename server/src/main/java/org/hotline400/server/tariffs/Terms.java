package org.hotline400.server.tariffs;

import java.util.Locale;
import org.hotline400.server.kernel.Money;

/// What holds beside rent and prices.
///
/// @param unused minutes of a month
/// @param firstMonth of a contract
/// @param minimum that a month's calls cost at least, beyond the rent; 0 for none
/// @param earlyExit what leaving before the end of the term costs
public record Terms(UnusedMinutes unused, FirstMonth firstMonth, Money minimum, EarlyExit earlyExit) {
    public static final Terms USUAL =
            new Terms(new UnusedMinutes.Expire(), FirstMonth.PRO_RATA, Money.ZERO, EarlyExit.DISCOUNT_BACK);

    /// What leaving early costs.
    public enum EarlyExit {
        NOTHING,
        /// The discount that was had so far.
        DISCOUNT_BACK,
        /// The rents that remain.
        REMAINING_RENT;

        /// The text code: `discount-back`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
