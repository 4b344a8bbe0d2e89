package org.hotline400.server.tariffs.rating;

import org.hotline400.server.kernel.Money;

/// A stretch of a call that was charged alike, and why.
///
/// @param fromSecond of the call
/// @param seconds that are charged, in whole increments
/// @param rate that held
/// @param increment seconds that were charged together
/// @param isCovered whether an allowance paid for it
/// @param amount to the micro-yuan, half up; of lines that are added up, the call's own cost is the exact one
public record Line(long fromSecond, long seconds, Rate rate, int increment, boolean isCovered, Money amount) {

    /// Why, in one sentence.
    public String english() {
        return isCovered
                ? "%d s from second %d are in the package".formatted(seconds, fromSecond)
                : "%d s from second %d at %s yuan for %d s, begun %d s count in full"
                        .formatted(seconds, fromSecond, rate.amount(), rate.perSeconds(), increment);
    }

    /// Why, in one sentence.
    public String chinese() {
        return isCovered
                ? "第 %d 秒起的 %d 秒由套餐抵扣".formatted(fromSecond, seconds)
                : "第 %d 秒起的 %d 秒，每 %d 秒 %s 元，不足 %d 秒按 %d 秒计"
                        .formatted(fromSecond, seconds, rate.perSeconds(), rate.amount(), increment, increment);
    }
}
