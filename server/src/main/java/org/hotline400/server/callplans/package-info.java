/// The call plan language: what an enterprise says shall happen to its calls, in versions that never change once
/// published.
///
/// **Owns.** Schema `callplans`. **Publishes.** `CallPlan` and its sealed `Step`s, `PlanChecker`, `CallPlans`
/// (publish, versions), `LivePlans` (what calls are led by, from memory), the event `PlanPublished`.
///
/// **Invariants.** A plan is a value: evaluating a step has no I/O. What is live was checked.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "identity", "prompts", "numbers", "regions", "lists"})
package org.hotline400.server.callplans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
