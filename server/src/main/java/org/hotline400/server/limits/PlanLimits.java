package org.hotline400.server.limits;

import org.hotline400.server.callplans.CallPlan;

/// Which limits a plan sets for its number.
@FunctionalInterface
interface PlanLimits {
    NumberLimits of(CallPlan plan);
}
