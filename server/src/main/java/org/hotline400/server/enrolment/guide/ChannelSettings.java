package org.hotline400.server.enrolment.guide;

import java.util.Set;
import org.hotline400.server.enrolment.rules.IntakeWay;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which ways the operator has closed.
///
/// @param closed `hotline.channels.closed`: ways that take in nothing now (`self-service`, `reseller`,
///     `carrier-direct`); none by default: the policy itself is in `enrolment/channels.json`
@ConfigurationProperties("hotline.channels")
public record ChannelSettings(@DefaultValue Set<IntakeWay> closed) {
    public ChannelSettings {
        closed = Set.copyOf(closed);
    }
}
