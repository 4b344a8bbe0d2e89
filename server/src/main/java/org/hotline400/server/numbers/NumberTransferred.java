package org.hotline400.server.numbers;

import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// A number in service has another owner. Plans and records stay with the former one: the new one publishes a
/// plan of his own.
public record NumberTransferred(HotlineNumber number, TenantId from, TenantId to) implements NumberFact {}
