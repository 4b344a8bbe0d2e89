package org.hotline400.server.callplans;

/// A step that only decides where the call goes. A pure function of the [Circumstances]: no I/O, and no garbage.
public sealed interface Decision extends Step permits Branch, ListCheck, RegionRoute, Schedule {

    Choice decide(Circumstances circumstances);
}
