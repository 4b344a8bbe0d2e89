package org.hotline400.server.limits;

/// How much of its limits a number uses at a moment.
///
/// @param calls under way now; of a number that has no limit on them, those that nodes list as live
/// @param second begun in this second; counted only under a limit
/// @param month begun in this month of Asia/Shanghai; counted only under a limit on them or on simultaneous
///     calls
public record NumberUsage(NumberLimits limits, int calls, int second, long month) {}
