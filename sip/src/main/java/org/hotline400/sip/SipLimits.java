package org.hotline400.sip;

import java.time.Duration;

/// What a stack bears before it sheds load or turns its back on somebody.
///
/// Strangers (see [SipApplication#standing]) are limited one by one, so that one of them cannot use up what is there
/// for all; the totals hold for everybody and keep memory bounded in any flood.
///
/// @param maxLegs above this many legs new calls get 503 with Retry-After
/// @param maxTransactions above this many transactions requests outside dialogs get 503 without a transaction
/// @param maxStrangerTransactions how many of them strangers may hold, all together: what they forge must not use up
/// the
///     room of the carriers
/// @param requestsPerSecond requests outside dialogs that one source may send in a second, on average; those above
///     are dropped
/// @param burst how many of them may come at once
/// @param offences a source is banned when it has offended this often, each offence counting by its weight and
///     fading at one in two seconds
/// @param firstBan how long the first ban lasts; each further one within a day lasts twice as long
/// @param longestBan what no ban exceeds
public record SipLimits(
        int maxLegs,
        int maxTransactions,
        int maxStrangerTransactions,
        int requestsPerSecond,
        int burst,
        int offences,
        Duration firstBan,
        Duration longestBan) {

    /// 20,000 legs (10,000 calls); 1,000,000 transactions, 20,000 of them strangers'; 50 requests a second and source,
    /// 100 at once; 30 offences; ten minutes to a day.
    public static final SipLimits USUAL =
            new SipLimits(20_000, 1_000_000, 20_000, 50, 100, 30, Duration.ofMinutes(10), Duration.ofDays(1));

    public SipLimits {
        requirePositive("maxLegs", maxLegs);
        requirePositive("maxTransactions", maxTransactions);
        requirePositive("maxStrangerTransactions", maxStrangerTransactions);
        requirePositive("requestsPerSecond", requestsPerSecond);
        requirePositive("burst", burst);
        requirePositive("offences", offences);
        if (!firstBan.isPositive() || longestBan.compareTo(firstBan) < 0) {
            throw new IllegalArgumentException(
                    "firstBan must be positive and longestBan no shorter, were " + firstBan + " and " + longestBan);
        }
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
    }

    public SipLimits withMaxLegs(int most) {
        return new SipLimits(
                most,
                maxTransactions,
                maxStrangerTransactions,
                requestsPerSecond,
                burst,
                offences,
                firstBan,
                longestBan);
    }

    /// @param all of everybody
    /// @param strangers of strangers alone
    public SipLimits withMaxTransactions(int all, int strangers) {
        return new SipLimits(maxLegs, all, strangers, requestsPerSecond, burst, offences, firstBan, longestBan);
    }

    /// @param perSecond on average
    /// @param atOnce in a burst
    public SipLimits withRate(int perSecond, int atOnce) {
        return new SipLimits(
                maxLegs, maxTransactions, maxStrangerTransactions, perSecond, atOnce, offences, firstBan, longestBan);
    }

    public SipLimits withBans(int after, Duration first, Duration longest) {
        return new SipLimits(
                maxLegs, maxTransactions, maxStrangerTransactions, requestsPerSecond, burst, after, first, longest);
    }
}
