package org.hotline400.app.measure.charging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.rating.Price;
import org.hotline400.server.tariffs.rating.Step;

/// The peer: increment by increment with decimal numbers and calendar times, as one writes it first. Exact
/// for the prices of [MixedCalls], whose rates are for 60 seconds: amounts are kept over 60.
final class NaiveRating {
    private static final BigDecimal PER = BigDecimal.valueOf(60);
    private static final int MICRO = 6;

    private NaiveRating() {}

    static Money cost(MixedCalls.Call call) {
        var price = call.price();
        var sum = BigDecimal.ZERO;
        long left =
                call.allowances().isEmpty() ? 0 : call.allowances().getFirst().seconds();
        for (int at = 0; at < call.seconds(); ) {
            var now = call.answered().plusSeconds(at);
            var step = step(price, now.atZone(BusinessTime.ZONE).toLocalTime(), at);
            if (left > 0 && now.isBefore(call.allowances().getFirst().until())) {
                left -= step.increment();
            } else {
                sum = sum.add(yuan(step.rate().amount()).multiply(BigDecimal.valueOf(step.increment())));
            }
            at += step.increment();
        }
        var cost = sum.divide(PER, MICRO, RoundingMode.HALF_UP).add(yuan(price.connectFee()));
        return Money.parse(cost.max(yuan(price.minimum())).toPlainString());
    }

    private static BigDecimal yuan(Money money) {
        return BigDecimal.valueOf(money.microYuan(), MICRO);
    }

    private static Step step(Price price, LocalTime time, int second) {
        var window = price.windows().getLast();
        for (var one : price.windows()) {
            if (!one.from().isAfter(time)) {
                window = one;
            }
        }
        var step = window.steps().getFirst();
        for (var one : window.steps()) {
            if (one.fromSecond() <= second) {
                step = one;
            }
        }
        return step;
    }
}
