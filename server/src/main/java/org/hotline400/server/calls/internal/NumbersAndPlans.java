package org.hotline400.server.calls.internal;

import java.util.List;
import org.hotline400.server.callplans.LivePlans;
import org.hotline400.server.calls.PlanDirectory;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.numbers.NumberInService;
import org.hotline400.server.prompts.PromptName;
import org.springframework.stereotype.Component;

/// What calls go by: the numbers' status and their holders' published plans, both from memory.
@Component
class NumbersAndPlans implements PlanDirectory {
    private final NumberDirectory numbers;
    private final LivePlans plans;

    NumbersAndPlans(NumberDirectory numbers, LivePlans plans) {
        this.numbers = numbers;
        this.plans = plans;
    }

    @Override
    public Listing find(HotlineNumber number) {
        return numbers.find(number).map(this::listing).orElseGet(Listing.Unknown::new);
    }

    private Listing listing(NumberInService number) {
        return switch (number.status()) {
            // Nobody has it, or nobody has it yet: to callers it does not exist.
            case AVAILABLE, HELD, RESERVED, CANCELLED, QUARANTINED -> new Listing.Unknown();
            case ARREARS_SUSPENDED ->
                new Listing.NotInService(
                        number.tenant(), number.status().code(), arrears(number.tenant(), number.number()));
            case SUSPENDED, BARRED, FROZEN ->
                new Listing.NotInService(number.tenant(), number.status().code());
            case ACTIVE -> active(number.tenant(), number.number());
        };
    }

    private List<PromptName> arrears(TenantId tenant, HotlineNumber number) {
        return plans.find(tenant, number)
                .map(live -> live.plan().settings().sounds().arrears())
                .orElse(List.of());
    }

    private Listing active(TenantId tenant, HotlineNumber number) {
        return plans.find(tenant, number)
                .<Listing>map(plan -> new Listing.InService(tenant, plan.version(), plan.plan()))
                .orElseGet(() -> new Listing.WithoutPlan(tenant));
    }
}
