package org.hotline400.app.measure.charging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.rating.Allowance;
import org.hotline400.server.tariffs.rating.Price;
import org.hotline400.server.tariffs.rating.Rate;
import org.hotline400.server.tariffs.rating.Ruler;
import org.hotline400.server.tariffs.rating.Step;
import org.hotline400.server.tariffs.rating.Window;

/// Calls as a month has them, over prices of every kind: by the minute, by six seconds, by day and night, by
/// steps with a connect fee; half of them with bundled minutes, which run out in the middle of some.
final class MixedCalls {
    private static final long SEED = 400;
    private static final LocalDate MONTH = LocalDate.of(2026, 11, 1);
    private static final Instant BEGIN = MONTH.atStartOfDay(BusinessTime.ZONE).toInstant();
    private static final Instant END =
            MONTH.plusMonths(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    private static final int MEAN_SECONDS = 150;
    private static final int LONGEST = 3_600;

    private static final List<Price> PRICES = List.of(
            Price.always(Rate.perMinute("0.18"), 60),
            Price.always(Rate.perMinute("0.15"), 6),
            Price.of(List.of(
                    new Window(LocalTime.of(8, 0), List.of(new Step(0, Rate.perMinute("0.15"), 60))),
                    new Window(LocalTime.of(22, 0), List.of(new Step(0, Rate.perMinute("0.10"), 60))))),
            Price.of(List.of(new Window(
                            LocalTime.MIDNIGHT,
                            List.of(new Step(0, Rate.perMinute("0.2"), 60), new Step(180, Rate.perMinute("0.1"), 1)))))
                    .withConnectFee(Money.parse("0.4")));

    private MixedCalls() {}

    /// @param seconds that it lasted
    /// @param allowances that pay for some or all of it; may be empty
    record Call(Price price, Ruler ruler, Instant answered, int seconds, List<Allowance> allowances) {}

    /// Always the same ones, so that runs can be compared.
    static Call[] take(int count) {
        var random = new Random(SEED);
        var rulers = PRICES.stream().map(Ruler::of).toList();
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    int price = i % PRICES.size();
                    return new Call(
                            PRICES.get(price),
                            rulers.get(price),
                            BEGIN.plusSeconds(random.nextInt(30 * 86_400)),
                            1 + (int) Math.min(LONGEST, -MEAN_SECONDS * Math.log(1 - random.nextDouble())),
                            allowances(random));
                })
                .toArray(Call[]::new);
    }

    /// None for half of them, plenty for most of the others, little for one in ten.
    private static List<Allowance> allowances(Random random) {
        int dice = random.nextInt(10);
        if (dice < 5) {
            return List.of();
        }
        return List.of(new Allowance(BEGIN, END, dice == 9 ? random.nextInt(120) : 120_000));
    }
}
