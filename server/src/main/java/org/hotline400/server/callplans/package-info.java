/// The call plan language: what an enterprise says shall happen to its calls, in versions that never change once
/// published.
///
/// **Owns.** Schema `callplans`: versions, drafts, the "closed today" switches, confirmed lines.
///
/// **Publishes.** `CallPlan` and its sealed `Step`s (those that only decide are `Decision`s over `Circumstances`),
/// `PlanChecker` with the `Inventory` of what there is to name, `CallPlans` (check, publish, roll back, versions),
/// `PlanDrafts`, `PlanDifference`, `LivePlans` (what calls are led by, from memory), `Switches`, `ForwardTargets`,
/// the event `PlanPublished`.
///
/// **Ports.** `PlanRehearsal` (what would happen to a call; `calls` answers), `Extensions` and `ConfirmationCalls`
/// (`telephony` answers), `Entitlements` (what a number's package grants, for the check and for live calls; everything
/// until somebody answers).
///
/// **Invariants.** A plan is a value: evaluating a step has no I/O. What is live was checked, and its examples held. No
/// version ever changes or goes; two authors never overwrite each other unseen.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "web",
            "identity",
            "prompts",
            "numbers",
            "regions",
            "lists",
            "holidays",
            "outbound"
        })
package org.hotline400.server.callplans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
