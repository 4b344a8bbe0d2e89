package org.hotline400.server.callplans;

import org.hotline400.server.kernel.TenantId;

/// Which extensions an enterprise has; answered by whoever keeps its phones.
@FunctionalInterface
public interface Extensions {

    /// As the database has it now, so that a phone just added counts.
    boolean exists(TenantId tenant, Target.Extension extension);
}
