package org.hotline400.server.billing.advisor.web;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.billing.advisor.Candidate;
import org.hotline400.server.billing.advisor.MonthCost;
import org.hotline400.server.billing.advisor.Reason;
import org.hotline400.server.tariffs.Feature;
import org.jspecify.annotations.Nullable;

/// A package and term on the wire, with what the months would have cost. Amounts are decimal yuan.
///
/// @param rentPerMonth after the discount of the term
/// @param perMonth the mean month
/// @param saving of the total against what is agreed now, negative when it would cost more; absent for
///     visitors
/// @param withLess the total, had there been a fifth of the calls less
/// @param withMore the total, had there been a fifth of the calls more
/// @param missing features that the call plan needs and that the package cannot have
/// @param reason why, in one sentence
record CandidateBody(
        String tariff,
        int version,
        String chinese,
        String english,
        int termMonths,
        String rentPerMonth,
        String perMonth,
        String total,
        @Nullable String saving,
        String withLess,
        String withMore,
        MonthBody worst,
        List<MonthBody> months,
        List<String> missing,
        ReasonBody reason) {

    /// What a month would have cost.
    ///
    /// @param month `2026-11`
    /// @param topUp up to the monthly minimum of calls
    /// @param credit for unused minutes, taken off
    record MonthBody(
            String month, String rent, String calls, String options, String topUp, String credit, String total) {
        static MonthBody of(MonthCost cost) {
            return new MonthBody(
                    cost.month().toString(),
                    cost.rent().toString(),
                    cost.calls().toString(),
                    cost.options().toString(),
                    cost.topUp().toString(),
                    cost.credit().toString(),
                    cost.total().toString());
        }
    }

    record ReasonBody(String chinese, String english) {}

    /// @param today what is agreed now; empty for visitors
    static CandidateBody of(Candidate candidate, Optional<Candidate> today) {
        var tariff = candidate.offer().tariff();
        var reason = new Reason(candidate, today);
        return new CandidateBody(
                tariff.code(),
                tariff.version(),
                tariff.chinese(),
                tariff.english(),
                candidate.offer().termMonths(),
                candidate.offer().rent().toString(),
                candidate.perMonth().toString(),
                candidate.total().toString(),
                today.map(now -> now.total().minus(candidate.total()).toString())
                        .orElse(null),
                candidate.withLess().toString(),
                candidate.withMore().toString(),
                MonthBody.of(candidate.worst()),
                candidate.months().stream().map(MonthBody::of).toList(),
                candidate.missing().stream().map(Feature::code).sorted().toList(),
                new ReasonBody(reason.chinese(), reason.english()));
    }
}
