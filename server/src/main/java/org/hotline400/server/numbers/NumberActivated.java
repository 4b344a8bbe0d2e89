package org.hotline400.server.numbers;

import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// A number came into its holder's service.
public record NumberActivated(HotlineNumber number, TenantId tenant) implements NumberFact {}
