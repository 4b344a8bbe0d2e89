package org.hotline400.server.enrolment;

import java.time.Instant;
import org.hotline400.server.kernel.TenantId;

/// An application has changed its state: published in the transaction of the change, for the parts that act on it
/// (payments, provisioning, messages, the register) and for modules above.
///
/// @param from its state before
/// @param event what happened
/// @param to its state now
public record ApplicationFact(
        ApplicationId application,
        TenantId tenant,
        ApplicationState from,
        ApplicationEvent event,
        ApplicationState to,
        Instant at) {}
