package org.hotline400.server.enrolment.provisioning;

import java.time.Duration;
import org.hotline400.server.kernel.Lookout;
import org.springframework.stereotype.Component;

/// Looks for provisionings that are due: those that failed before, and those of a process that died.
@Component
class ProvisioningLookout extends Lookout {
    private final Provisionings provisionings;

    ProvisioningLookout(Provisionings provisionings) {
        super("provisioning", Duration.ofSeconds(2));
        this.provisionings = provisionings;
    }

    @Override
    protected void lookOut() {
        var _ = provisionings.runDue();
    }
}
