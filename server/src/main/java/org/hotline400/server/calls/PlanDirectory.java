package org.hotline400.server.calls;

import java.util.List;
import org.hotline400.server.callplans.CallPlan;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptName;

/// What is known of a dialled number, from memory: never waits for a database.
public interface PlanDirectory {

    Listing find(HotlineNumber number);

    sealed interface Listing {

        /// Nobody has this number here.
        record Unknown() implements Listing {}

        /// @param state the number's status, as `numbers` names it
        /// @param announcement what its holder wants said; empty: the platform's own words
        record NotInService(TenantId tenant, String state, List<PromptName> announcement) implements Listing {
            public NotInService {
                announcement = List.copyOf(announcement);
            }

            /// Whether that is so because its holder has not paid.
            boolean isInArrears() {
                return state.equals(NumberStatus.ARREARS_SUSPENDED.code());
            }

            public NotInService(TenantId tenant, String state) {
                this(tenant, state, List.of());
            }
        }

        /// Its holder has another number now.
        ///
        /// @param successor which callers hear, in this language
        record Replaced(TenantId tenant, HotlineNumber successor, Language language) implements Listing {}

        /// In service, but its holder never published a plan.
        record WithoutPlan(TenantId tenant) implements Listing {}

        record InService(TenantId tenant, int version, CallPlan plan) implements Listing {}
    }
}
