/// From an enterprise's wish to its live number: applications, their papers, review, payment, provisioning, and
/// what is kept of holders afterwards.
///
/// **Owns.** Schema `enrolment`: applications with their history, papers (sealed in the store), payments of
/// applications, the register of holders (台账), data of trades, required papers, channels, carriers and
/// resellers.
///
/// **Publishes.** `Applications` (every change of an application goes through it), [ApplicationFact] in the
/// transaction of the change. **Asks for** [Messenger], which the module above implements: mail and text
/// messages.
///
/// **Invariants.** An application's state changes only by [ApplicationLifeCycle]; each change is written with
/// who, when and why. What is submitted cannot be changed but where a reviewer asked for it. Names, numbers of
/// identity documents and papers are sealed under the tenant's key, and every look at them is in the audit
/// trail. A number is promised to one application at a time, because `numbers` says so. Approval is the
/// operator's alone.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "web",
            "identity",
            "identity :: audit",
            "vault",
            "holidays",
            "tariffs",
            "tariffs :: contracts",
            "numbers",
            "numbers :: grading",
            "numbers :: prices",
            "numbers :: promotions",
            "numbers :: stock",
            "callplans",
            "callplans :: templates",
            "calls",
            "prompts"
        })
package org.hotline400.server.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
