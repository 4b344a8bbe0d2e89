package org.hotline400.server.billing.advisor;

import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Feature;

/// Why a package would be good or bad, in one sentence.
///
/// @param today what is agreed now; empty for visitors
public record Reason(Candidate candidate, Optional<Candidate> today) {

    public String english() {
        var offer = candidate.offer();
        return "%s %s %s %s yuan a month%s: %s%s."
                .formatted(
                        offer.tariff().english(),
                        offer.termMonths() == 0 ? "from month to month" : "for %d months".formatted(offer.termMonths()),
                        today.isPresent() ? "would have cost" : "costs about",
                        candidate.perMonth(),
                        today.map(this::englishDifference).orElse(""),
                        englishMinutes(),
                        candidate.missing().isEmpty() ? "" : "; it cannot have " + codes());
    }

    private String englishDifference(Candidate now) {
        var saved = now.perMonth().minus(candidate.perMonth());
        int sign = saved.compareTo(Money.ZERO);
        if (sign == 0) {
            return ", as much as what is agreed now";
        }
        return sign > 0
                ? ", %s less than what is agreed now".formatted(saved)
                : ", %s more than what is agreed now".formatted(saved.negated());
    }

    private String englishMinutes() {
        long within = candidate.monthsWithin();
        int months = candidate.months().size();
        return within == months
                ? "its %,d minutes suffice in every month".formatted(minutes())
                : "its %,d minutes suffice in %d of %d months, calls beyond them cost %s yuan in all"
                        .formatted(minutes(), within, months, calls());
    }

    public String chinese() {
        var offer = candidate.offer();
        return "%s（%s）平均每月 %s 元%s：%s%s。"
                .formatted(
                        offer.tariff().chinese(),
                        offer.termMonths() == 0 ? "按月" : "%d 个月合约".formatted(offer.termMonths()),
                        candidate.perMonth(),
                        today.map(this::chineseDifference).orElse(""),
                        chineseMinutes(),
                        candidate.missing().isEmpty() ? "" : "；但无法使用 " + codes());
    }

    private String chineseDifference(Candidate now) {
        var saved = now.perMonth().minus(candidate.perMonth());
        int sign = saved.compareTo(Money.ZERO);
        if (sign == 0) {
            return "，与现有合约相同";
        }
        return sign > 0 ? "，比现有合约省 %s 元".formatted(saved) : "，比现有合约多 %s 元".formatted(saved.negated());
    }

    private String chineseMinutes() {
        long within = candidate.monthsWithin();
        int months = candidate.months().size();
        return within == months
                ? "套餐内 %,d 分钟每个月都够用".formatted(minutes())
                : "套餐内 %,d 分钟在 %d 个月中有 %d 个月够用，超出部分通话费共 %s 元".formatted(minutes(), months, within, calls());
    }

    private int minutes() {
        return candidate.offer().tariff().minutes();
    }

    private Money calls() {
        return candidate.months().stream().map(MonthCost::calls).reduce(Money.ZERO, Money::plus);
    }

    private String codes() {
        return candidate.missing().stream().map(Feature::code).sorted().collect(Collectors.joining(", "));
    }
}
