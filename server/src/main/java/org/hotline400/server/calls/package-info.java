/// Live calls: the interpreter that leads a call through its plan, the ports it needs, and the record it leaves.
///
/// **Owns.** Schema `calls`, the journal on disk.
///
/// **Ports.** `Phone` (the blocking verbs of one call; implemented by `telephony` on real SIP and RTP, and by the
/// rehearsal on a script and a virtual clock), `Admission` (stages before the plan, answered by `limits` and
/// `charging`), `CallMeter` (what a call costs while it lasts, by `charging`), `TargetLimits` (by `limits`),
/// `PlanDirectory`, `AreaCodes`, `Ladders`, `CallDetail` (joined when read). What steps reach
/// for stands together in `Resources`: `Surroundings`, `DataDips`, `Distributions`, `ValueSpeaker`.
///
/// **Publishes.** `PhoneCalls` (the way in), `CallListener` (the story as it happens), `LiveCalls`, `CallRecords`,
/// `CallFeed` (for who reads on), `Rehearsal`; a bean for the port `PlanRehearsal` of `callplans`.
///
/// **Invariants.** One call is one virtual thread. Each call leaves exactly one record, whatever happens to the
/// process. A call keeps the plan it began with, and ends when what was reserved for it does. It waits for the database
/// only for what all nodes share (limits, who talked last, money), at most half a second.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "web",
            "identity",
            "identity :: audit",
            "prompts",
            "numbers",
            "callplans",
            "regions",
            "lists",
            "holidays",
            "outbound"
        })
package org.hotline400.server.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
