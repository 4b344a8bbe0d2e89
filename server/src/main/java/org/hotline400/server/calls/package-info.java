/// Live calls: the interpreter that leads a call through its plan, the ports it needs, and the record it leaves.
///
/// **Owns.** Schema `calls`, the journal on disk. **Ports.** `Phone` (the blocking verbs of one call; implemented
/// by `telephony` on real SIP and RTP, and by the rehearsal on a script and a virtual clock), `Admission` (stages
/// before the plan), `PlanDirectory`, `AreaCodes`, `Ladders`, `CallDetail` (joined when read). **Publishes.**
/// `PhoneCalls` (the way in), `CallListener` (the story as it happens), `LiveCalls`, `CallRecords`, `Rehearsal`; a bean
/// for
/// the port `PlanRehearsal` of `callplans`.
///
/// **Invariants.** One call is one virtual thread. Each call leaves exactly one record, whatever happens to the
/// process. A call keeps the plan it began with and never waits for the database.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "web",
            "identity",
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
