package org.hotline400.server.numbers.web;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.promotions.Discount;
import org.hotline400.server.numbers.promotions.Promotion;
import org.hotline400.server.numbers.promotions.PromotionOrder;
import org.hotline400.server.numbers.promotions.Quota;
import org.hotline400.server.numbers.promotions.WrittenQuery;
import org.jspecify.annotations.Nullable;

/// How a promotion shall be.
///
/// @param query which numbers, by the names of the search's parameters; `{}` for all
/// @param begin inclusive; left out: now
/// @param end exclusive
/// @param quota numbers in all; left out or 0: no bound
/// @param quotaPerTenant numbers of one enterprise; left out or 0: no bound
public record PromotionOrderBody(
        @Nullable PromotionName name,
        @Nullable WrittenQuery query,
        @Nullable PromotionDiscount discount,
        @Nullable Instant begin,
        @Nullable Instant end,
        @Nullable Integer quota,
        @Nullable Integer quotaPerTenant) {
    private static final String CODE = "numbers.promotion";

    /// What it is called.
    public record PromotionName(
            @Nullable String zh, @Nullable String en) {}

    /// One of the two.
    ///
    /// @param percentOff of the set-up fee that is not paid, 1 to 100
    /// @param fixedFee in yuan that is paid instead, where the list does not ask for less
    public record PromotionDiscount(
            @Nullable Integer percentOff, @Nullable String fixedFee) {}

    /// @throws org.hotline400.server.kernel.InvalidInputException naming every field at fault
    PromotionOrder read(Instant now) {
        var checks = new Checks();
        var zh = checks.read("name.zh", CODE, name == null ? null : name.zh(), Promotion::checkName);
        var en = checks.read("name.en", CODE, name == null ? null : name.en(), Promotion::checkName);
        var written = checks.read("query", CODE, query, given -> given).value();
        var numbers = written.flatMap(one -> one.read(checks));
        var reduction = reduction(checks);
        var ends = checks.read("end", CODE, end, given -> given).value();
        var begins = Optional.ofNullable(begin).orElse(now);
        noteTimes(checks, begins, ends.orElse(Instant.MAX), now);
        var quotas = new Quota(count(checks, "quota", quota), count(checks, "quotaPerTenant", quotaPerTenant));
        checks.done();
        return new PromotionOrder(
                zh.get(), en.get(), numbers.orElseThrow(), reduction.orElseThrow(), begins, ends.orElseThrow(), quotas);
    }

    private static void noteTimes(Checks checks, Instant begin, Instant end, Instant now) {
        if (!end.isAfter(begin)) {
            checks.add("end", CODE, "comes after the begin");
        } else if (!end.isAfter(now)) {
            checks.add("end", CODE, "is over: it would never run");
        }
    }

    private Optional<Discount> reduction(Checks checks) {
        var given = checks.read("discount", CODE, discount, one -> one).value();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        var one = given.get();
        if ((one.percentOff() == null) == (one.fixedFee() == null)) {
            checks.add("discount", CODE, "has either percentOff or fixedFee");
            return Optional.empty();
        }
        Optional<Discount> percent =
                checks.readIfPresent("discount.percentOff", CODE, one.percentOff(), Discount.PercentOff::new);
        Optional<Discount> fixed = checks.readIfPresent(
                "discount.fixedFee", CODE, one.fixedFee(), fee -> new Discount.FixedFee(Money.parse(fee)));
        return Stream.of(percent, fixed).flatMap(Optional::stream).findFirst();
    }

    private static int count(Checks checks, String field, @Nullable Integer count) {
        if (count != null && count < 0) {
            checks.add(field, CODE, "is 0 (no bound) or more");
            return 0;
        }
        return count == null ? 0 : count;
    }
}
