package org.hotline400.server.enrolment;

import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.kernel.TenantId;

/// Who changes an application, and why, for its history.
///
/// @param tenant whose he is; empty for the operator's people and the platform, who act for every tenant
/// @param principal his id; all zeros for the platform itself
/// @param name as the history shows it
/// @param reason in his own words; may be empty
public record ApplicationActor(Optional<TenantId> tenant, UUID principal, String name, String reason) {
    private static final UUID NOBODY = new UUID(0, 0);

    public static ApplicationActor of(Caller caller, String reason) {
        var tenant = caller.isOperator() ? Optional.<TenantId>empty() : Optional.of(caller.tenant());
        return new ApplicationActor(tenant, caller.principal(), caller.name(), reason);
    }

    /// What happens by time or by another module's event.
    public static ApplicationActor platform(String reason) {
        return new ApplicationActor(Optional.empty(), NOBODY, "platform", reason);
    }

    /// Whether an application is there for him: his own tenant's, one that his tenant took in, or any for the
    /// operator's people.
    public boolean sees(Application application) {
        return tenant.map(own -> own.equals(application.tenant())
                        || application.intake().reseller().filter(own::equals).isPresent())
                .orElse(true);
    }
}
