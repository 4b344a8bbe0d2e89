package org.hotline400.server.enrolment;

import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.TenantId;

/// By which way an application comes in.
///
/// @param channel sets the promised time
/// @param handler who keyed it in for the applicant: an account manager of the operator, or somebody of a reseller
/// @param reseller whose tenant took it in
public record Intake(Channel channel, Optional<UUID> handler, Optional<TenantId> reseller) {

    /// The applicant himself, by console or API.
    public static final Intake OWN = new Intake(Channel.ONLINE, Optional.empty(), Optional.empty());

    /// How the papers came.
    public enum Channel {
        /// Answered within 1 to 3 working days.
        ONLINE,
        /// On paper, scanned by an account manager; 3 to 5 working days.
        PAPER
    }
}
