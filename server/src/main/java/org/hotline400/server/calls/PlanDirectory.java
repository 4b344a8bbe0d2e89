package org.hotline400.server.calls;

import org.hotline400.server.callplans.CallPlan;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// What is known of a dialled number, from memory: never waits for a database.
public interface PlanDirectory {

    Listing find(HotlineNumber number);

    sealed interface Listing {

        /// Nobody has this number here.
        record Unknown() implements Listing {}

        /// @param state the number's status, as `numbers` names it
        record NotInService(TenantId tenant, String state) implements Listing {}

        /// In service, but its holder never published a plan.
        record WithoutPlan(TenantId tenant) implements Listing {}

        record InService(TenantId tenant, int version, CallPlan plan) implements Listing {}
    }
}
