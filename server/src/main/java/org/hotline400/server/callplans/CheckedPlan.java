package org.hotline400.server.callplans;

import java.util.List;

/// A plan document after the check.
public sealed interface CheckedPlan {

    /// Warnings only.
    record Sound(CallPlan plan, List<Finding> warnings) implements CheckedPlan {}

    /// At least one error; warnings come along.
    record Faulty(List<Finding> findings) implements CheckedPlan {}
}
