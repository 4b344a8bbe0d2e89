package org.hotline400.server.callplans;

import java.time.Clock;
import java.time.LocalDate;
import org.hotline400.server.holidays.Holidays;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.CallerLists;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.prompts.Prompts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// All that must hold before a plan is published: it is sound, its prompts and phones are there, its examples come out
/// as they say, and its holder may ring the lines it names.
@Component
class PlanReview {
    private final Prompts prompts;
    private final Extensions extensions;
    private final CallerLists lists;
    private final Holidays holidays;
    private final Entitlements entitlements;
    private final Clock clock;
    private final ForwardTargets targets;
    private final ObjectProvider<PlanRehearsal> rehearsal;

    PlanReview(
            Prompts prompts,
            Extensions extensions,
            CallerLists lists,
            Holidays holidays,
            ObjectProvider<Entitlements> entitlements,
            Clock clock,
            ForwardTargets targets,
            ObjectProvider<PlanRehearsal> rehearsal) {
        this.prompts = prompts;
        this.extensions = extensions;
        this.lists = lists;
        this.holidays = holidays;
        this.entitlements = entitlements.getIfAvailable(Entitlements::everything);
        this.clock = clock;
        this.targets = targets;
        this.rehearsal = rehearsal;
    }

    /// The plan alone, as if it were this tenant's, with whatever package.
    CheckedPlan check(TenantId tenant, String document, PlanBounds bounds) {
        return check(tenant, Inventory.Grants.EVERYTHING, document, bounds);
    }

    private CheckedPlan check(TenantId tenant, Inventory.Grants grants, String document, PlanBounds bounds) {
        return PlanChecker.check(
                document,
                bounds,
                new Inventory(
                        name -> exists(tenant, name),
                        extension -> extensions.exists(tenant, extension),
                        list -> lists.find(tenant, list).isPresent(),
                        grants,
                        holidays.calendar().years()::contains,
                        LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE)));
    }

    private boolean exists(TenantId tenant, PromptName name) {
        return prompts.find(tenant, name, Language.ZH).isPresent();
    }

    private Inventory.Grants grants(HotlineNumber number) {
        return new Inventory.Grants(entitlements.of(number), feature -> entitlements.offer(number, feature));
    }

    CheckedPlan review(PlanDraft draft) {
        var checked = check(draft.tenant(), grants(draft.number()), draft.document(), draft.bounds());
        var proved = PlanDocument.prove(
                draft.document(),
                checked,
                (plan, situation) -> rehearsal.getObject().of(draft.tenant(), draft.number(), plan, situation));
        return proved instanceof CheckedPlan.Sound sound
                ? PlanDocument.worsened(proved, targets.unconfirmed(draft.tenant(), sound.plan(), draft.bounds()))
                : proved;
    }
}
