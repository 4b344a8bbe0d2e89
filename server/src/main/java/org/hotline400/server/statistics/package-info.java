/// Figures of calls for any period: by hour and weekday, by region, how many were answered and how soon,
/// how long talks lasted, what callers pressed and where they left, who calls most, who waits to be
/// called back.
///
/// **Owns.** Schema `statistics`: one narrow row for each call, its turns in menus, the cursor into the
/// calls' records.
///
/// **Publishes.** `CallStatistics`, `CallerStatistics`.
///
/// **Invariants.** Each record is counted once: the cursor moves in the transaction that writes its rows.
/// A day is one of China (`Asia/Shanghai`), a period has 400 of them at most. Nobody sees another
/// tenant's figures (row security), nor callers' numbers in the clear without the scope for it. A
/// question takes one scan of the period and the one before, and five seconds at most.
///
/// Records are counted within about a second of being written. For years of data another engine comes;
/// this one answers for a million calls in about a second.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "web", "identity", "identity :: audit", "calls", "regions"})
package org.hotline400.server.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
