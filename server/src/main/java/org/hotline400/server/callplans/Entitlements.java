package org.hotline400.server.callplans;

import java.util.Set;
import org.hotline400.server.kernel.HotlineNumber;

/// Port: which features a number's package grants. Answered by whoever keeps packages; as long as nobody does, every
/// package grants everything.
public interface Entitlements {

    /// Those that the number's plan may use now. From memory: never waits.
    Set<PlanFeature> of(HotlineNumber number);

    /// How one that the number lacks can be had, for its holder: which package lacks it, what it costs beside it.
    Words offer(HotlineNumber number, PlanFeature feature);

    static Entitlements everything() {
        return new Entitlements() {
            @Override
            public Set<PlanFeature> of(HotlineNumber number) {
                return PlanFeature.ALL;
            }

            @Override
            public Words offer(HotlineNumber number, PlanFeature feature) {
                return new Words("", "");
            }
        };
    }
}
