/// Limits of a number and of its targets, exact over all nodes that share the database: calls at the same time,
/// calls begun in a second, calls in a calendar month of Asia/Shanghai.
///
/// **Owns.** Schema `limits`: `gates` (one row for each limited number or target, locked by whoever counts) and
/// `held` (what each node holds). **Implements.** `Admission` at the stages RATE, CAPS and CONCURRENCY,
/// `TargetLimits`. **Publishes.** `NumberUsages`.
///
/// **Invariants.** A number without limits costs nothing here. One with limits costs one transaction, and a
/// second one when it has a rate as well, because callers whom the list or region bar then turns away must not
/// hold a place. While such a transaction is under way, the calls that come meanwhile wait together for the
/// next one. A call waits at most half a second; when the database has not answered by then, this node's own
/// calls alone are held against the whole limit, and the record says so. What a node holds it writes as whole
/// figures, again and again until the database has them; they count while its lease holds, and from zero after
/// its restart.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "web", "identity", "prompts", "numbers", "callplans", "calls"})
package org.hotline400.server.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
