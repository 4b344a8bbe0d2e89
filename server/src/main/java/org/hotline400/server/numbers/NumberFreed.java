package org.hotline400.server.numbers;

import org.hotline400.server.kernel.HotlineNumber;

/// A number has rested and can be had again.
public record NumberFreed(HotlineNumber number) implements NumberFact {}
