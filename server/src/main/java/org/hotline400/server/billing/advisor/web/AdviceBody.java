package org.hotline400.server.billing.advisor.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hotline400.server.billing.advisor.Advice;
import org.hotline400.server.billing.advisor.web.CandidateBody.ReasonBody;
import org.hotline400.server.tariffs.Feature;
import org.jspecify.annotations.Nullable;

/// Advice on the wire. Amounts are decimal yuan.
///
/// @param from the first day that was replayed
/// @param until the first day that was not
/// @param extrapolated whether there are fewer than three whole months of calls; `note` says what that means
/// @param today what is agreed now; absent for visitors
/// @param withoutBindingLonger place in `candidates` of the best one whose term is not longer than today's;
///     absent where there is none, and for visitors
/// @param candidates the best first
/// @param unusedOptions that were bought and the call plan does not use
/// @param unusedFeatures that the package has and the call plan does not use
record AdviceBody(
        LocalDate from,
        LocalDate until,
        boolean extrapolated,
        @Nullable ReasonBody note,
        @Nullable CandidateBody today,
        @Nullable Integer withoutBindingLonger,
        List<CandidateBody> candidates,
        List<OptionBody> unusedOptions,
        List<String> unusedFeatures) {
    private static final ReasonBody GUESSED = new ReasonBody(
            "不足三个完整月的话单：不完整的月份按已有通话重复补足，结果仅供参考。",
            "Fewer than three whole months of calls: parts of months were filled up by repeating their calls, so this is"
                    + " an estimate.");

    record OptionBody(String feature, String pricePerMonth) {}

    static AdviceBody of(Advice advice) {
        var candidates = advice.candidates();
        return new AdviceBody(
                advice.from(),
                advice.until(),
                advice.isExtrapolated(),
                advice.today().isPresent() && advice.isExtrapolated() ? GUESSED : null,
                advice.today().map(now -> CandidateBody.of(now, advice.today())).orElse(null),
                advice.bestWithoutBindingLonger().map(candidates::indexOf).orElse(null),
                candidates.stream()
                        .map(one -> CandidateBody.of(one, advice.today()))
                        .toList(),
                advice.unusedOptions().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(option -> new OptionBody(
                                option.getKey().code(), option.getValue().toString()))
                        .toList(),
                advice.unusedFeatures().stream().map(Feature::code).sorted().toList());
    }
}
