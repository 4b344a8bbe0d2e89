package org.hotline400.server.enrolment.internal;

import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.grading.ClassOverrides;
import org.hotline400.server.numbers.grading.Grading;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.prices.PriceLists;
import org.springframework.stereotype.Component;

/// In which class a number is sold: the operator's, else the rules'.
@Component
public class NumberClasses {
    private final ClassOverrides overrides;
    private final PriceLists prices;

    public NumberClasses(ClassOverrides overrides, PriceLists prices) {
        this.overrides = overrides;
        this.prices = prices;
    }

    public NumberClass of(HotlineNumber number) {
        var given = overrides.all().get(number.suffix());
        return given == null ? Grading.of(number).numberClass() : given;
    }

    /// The shortest contract that a number is given for.
    int minimumMonths(HotlineNumber number) {
        return prices.now().of(Grading.of(number), of(number)).minimumMonths();
    }
}
