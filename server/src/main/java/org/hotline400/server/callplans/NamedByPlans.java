package org.hotline400.server.callplans;

import java.util.List;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.lists.ListUse;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.prompts.PromptUse;
import org.springframework.stereotype.Component;

/// Says which lists and prompts live plans name, so that none is deleted under a call.
@Component
record NamedByPlans(LivePlans plans) implements ListUse, PromptUse {

    @Override
    public List<HotlineNumber> users(TenantId tenant, ListName list) {
        return plans.numbers(tenant, plan -> plan.lists().contains(list));
    }

    @Override
    public List<String> of(TenantId tenant, PromptName prompt) {
        return plans.numbers(tenant, plan -> plan.prompts().contains(prompt)).stream()
                .map(HotlineNumber::display)
                .toList();
    }
}
