package org.hotline400.server.callplans;

import java.util.List;

/// What became of a draft.
public sealed interface Publication {

    /// Live from now on, within a second on every node.
    record Done(PublishedPlan plan, List<Finding> warnings) implements Publication {}

    /// The version before stays live.
    record Refused(List<Finding> findings) implements Publication {}
}
