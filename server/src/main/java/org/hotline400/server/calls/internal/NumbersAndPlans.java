package org.hotline400.server.calls.internal;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.callplans.LivePlans;
import org.hotline400.server.calls.PlanDirectory;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.numbers.NumberInService;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptName;
import org.springframework.stereotype.Component;

/// What calls go by: the numbers' status and their holders' published plans, both from memory.
@Component
class NumbersAndPlans implements PlanDirectory {
    private static final List<PromptName> SUSPENDED = List.of(new PromptName("system-suspended"));
    private static final List<PromptName> ARREARS = List.of(new PromptName("system-arrears"));
    private static final List<PromptName> OUT_OF_USE = List.of(new PromptName("system-number-out-of-use"));
    /// Upgrades in a row that a referral follows.
    private static final int MOST_UPGRADES = 8;

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
            case AVAILABLE, HELD, RESERVED -> new Listing.Unknown();
            case ACTIVE -> active(number.tenant(), number.number());
            case ARREARS_SUSPENDED -> outOfService(number, arrears(number.tenant(), number.number()));
            case SUSPENDED -> outOfService(number, List.of());
            case BARRED, FROZEN -> outOfService(number, SUSPENDED);
            case CANCELLED, QUARANTINED -> outOfService(number, OUT_OF_USE);
            case REPLACED ->
                successor(number, MOST_UPGRADES)
                        .<Listing>map(successor -> new Listing.Replaced(number.tenant(), successor, language(number)))
                        .orElseGet(() -> outOfService(number, OUT_OF_USE));
        };
    }

    private static Listing outOfService(NumberInService number, List<PromptName> announcement) {
        return new Listing.NotInService(number.tenant(), number.status().code(), announcement);
    }

    /// The number that its holder has in the end: he may have upgraded again since. Empty when he has none
    /// any more, so that no caller is referred to a stranger.
    private Optional<HotlineNumber> successor(NumberInService replaced, int upgrades) {
        var next = replaced.successor()
                .flatMap(numbers::find)
                .filter(one -> one.tenant().equals(replaced.tenant()))
                .filter(one -> one.status() != NumberStatus.CANCELLED);
        if (next.filter(one -> one.status() == NumberStatus.REPLACED).isEmpty()) {
            return next.map(NumberInService::number);
        }
        return upgrades == 0 ? Optional.empty() : next.flatMap(one -> successor(one, upgrades - 1));
    }

    /// Of the plan that led the old number's calls.
    private Language language(NumberInService replaced) {
        return plans.find(replaced.tenant(), replaced.number())
                .map(live -> live.plan().settings().language())
                .orElse(Language.ZH);
    }

    private List<PromptName> arrears(TenantId tenant, HotlineNumber number) {
        return plans.find(tenant, number)
                .map(live -> live.plan().settings().sounds().arrears())
                .orElse(ARREARS);
    }

    private Listing active(TenantId tenant, HotlineNumber number) {
        return plans.find(tenant, number)
                .<Listing>map(plan -> new Listing.InService(tenant, plan.version(), plan.plan()))
                .orElseGet(() -> new Listing.WithoutPlan(tenant));
    }
}
