package org.hotline400.server.numbers;

import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// A number is back in service.
public record NumberResumed(HotlineNumber number, TenantId tenant) implements NumberFact {}
