package org.hotline400.server.billing.month;

import java.time.LocalDate;
import java.util.Locale;
import org.hotline400.server.charging.RatedCalls;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.UnusedMinutes;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.MonthShare;
import org.hotline400.server.tariffs.entitlements.BoughtOption;

/// Why a line costs what it costs, in one sentence.
record Sentence(String chinese, String english) {
    private static final int SECONDS = 60;

    static Sentence rent(MonthShare.Part part) {
        var span = part.span();
        var last = part.until().minusDays(1);
        return new Sentence(
                span.tariff().chinese() + " " + span.number().display() + "，" + part.from() + " 至 " + last + "，月租 "
                        + span.rentPerMonth() + " 元" + term(span) + "，" + days(part) + "。",
                span.tariff().english() + ", " + span.number().display() + ", " + part.from() + " to " + last + ": "
                        + span.rentPerMonth() + " yuan a month" + termInEnglish(span) + ", " + daysInEnglish(part)
                        + ".");
    }

    private static String term(Contract.Span span) {
        return span.termMonths() == 0 ? "（无合约期）" : "（合约期 " + span.termMonths() + " 个月）";
    }

    private static String termInEnglish(Contract.Span span) {
        return span.termMonths() == 0 ? "" : " (term of " + span.termMonths() + " months)";
    }

    private static String days(MonthShare.Part part) {
        int charged = part.days() - part.paidDays();
        if (charged == 0) {
            return "已在开通时预付，本期不再收取";
        }
        var paid = part.paidDays() > 0 ? "其中 " + part.paidDays() + " 天已预付，" : "";
        return paid + (charged == part.ofDays() ? "计全月" : "按 " + charged + "/" + part.ofDays() + " 天计");
    }

    private static String daysInEnglish(MonthShare.Part part) {
        int charged = part.days() - part.paidDays();
        if (charged == 0) {
            return "paid in advance";
        }
        var paid = part.paidDays() > 0 ? part.paidDays() + " days of it paid in advance, " : "";
        return paid + (charged == part.ofDays() ? "in full" : "for " + charged + " of " + part.ofDays() + " days");
    }

    static Sentence bundle(MonthReckoner.Bundle bundle, UnusedMinutes policy) {
        var rest = minutes(bundle.unused());
        return new Sentence(
                "套餐包含 " + chinese(bundle.granted()) + "，已用 " + chinese(bundle.used()) + "，剩余 "
                        + chinese(bundle.unused())
                        + switch (policy) {
                            case UnusedMinutes.Expire _ -> "，到期作废。";
                            case UnusedMinutes.PayByUse _ -> "，按比例退还月租。";
                            case UnusedMinutes.CarryOver(var months) -> "，结转 " + months + " 个月。";
                        },
                "The package bundles " + minutes(bundle.granted()) + "; " + minutes(bundle.used()) + " were used, "
                        + rest
                        + switch (policy) {
                            case UnusedMinutes.Expire _ -> " expire.";
                            case UnusedMinutes.PayByUse _ -> " are given back as a share of the rent.";
                            case UnusedMinutes.CarryOver(var months) -> " last " + months + " months longer.";
                        });
    }

    static Sentence calls(RatedCalls.Total total, LocalDate month) {
        var paid = total.charged() - total.covered();
        return new Sentence(
                month.getYear() + " 年 " + month.getMonthValue() + " 月 " + total.legs() + " 笔，计费 "
                        + chinese(total.charged()) + "，其中套餐抵扣 " + chinese(total.covered()) + "，其余 "
                        + chinese(paid) + "按单价计 " + total.cost() + " 元。",
                total.legs() + (total.legs() == 1 ? " leg, " : " legs, ") + minutes(total.charged()) + " charged, "
                        + minutes(total.covered()) + " covered by the bundle, " + minutes(paid) + " by price: "
                        + total.cost() + " yuan.");
    }

    static Sentence minimum(Money least, Money calls) {
        return new Sentence(
                "通话费 " + calls + " 元，低于最低消费 " + least + " 元，补足差额。",
                "Calls came to " + calls + " yuan, below the month's least of " + least + " yuan.");
    }

    static Sentence option(BoughtOption option, LocalDate from, LocalDate last, int ofDays) {
        long days = last.toEpochDay() - from.toEpochDay() + 1;
        var code = option.feature().code();
        return new Sentence(
                "选项 " + code + "，" + from + " 至 " + last + "，每月 " + option.pricePerMonth() + " 元，按 " + days + "/"
                        + ofDays + " 天计。",
                "Option " + code + ", " + from + " to " + last + ": " + option.pricePerMonth() + " yuan a month for "
                        + days + " of " + ofDays + " days.");
    }

    static Sentence payByUse(MonthReckoner.Bundle bundle, Money rent) {
        return new Sentence(
                "未用 " + chinese(bundle.unused()) + "，占套餐 " + chinese(bundle.granted()) + "，按比例退还月租 " + rent + " 元中的份额。",
                minutes(bundle.unused()) + " of " + minutes(bundle.granted())
                        + " were not used: that share of the rent of " + rent + " yuan is given back.");
    }

    static Sentence fee(ChargeKind kind) {
        return kind == ChargeKind.LATE_FEE
                ? new Sentence("逾期未付账单的违约金，按日计收。", "For bills that were paid late, by the day.")
                : new Sentence("合约期满前解约，按合同约定计收。", "The contract ended before its term, as agreed.");
    }

    static Sentence setUp(StartFacts facts) {
        return new Sentence(
                "号码 " + facts.number().display() + " 于 " + facts.day() + " 开通，一次性收取。",
                facts.number().display() + " came into service on " + facts.day() + "; charged once.");
    }

    static Sentence advance(StartFacts facts) {
        var last = facts.day().plusMonths(facts.months()).minusDays(1);
        return new Sentence(
                facts.chinese() + "，预付 " + facts.months() + " 个月（" + facts.day() + " 至 " + last + "）。",
                facts.english() + ", " + facts.months() + (facts.months() == 1 ? " month" : " months") + " in advance, "
                        + facts.day() + " to " + last + ".");
    }

    /// `8,000 分钟`, `1 分 30 秒`.
    private static String chinese(long seconds) {
        var whole = String.format(Locale.ROOT, "%,d", seconds / SECONDS);
        return seconds % SECONDS == 0 ? whole + " 分钟" : whole + " 分 " + seconds % SECONDS + " 秒";
    }

    /// `8,000 min`, `1 min 30 s`.
    private static String minutes(long seconds) {
        var whole = String.format(Locale.ROOT, "%,d min", seconds / SECONDS);
        return seconds % SECONDS == 0 ? whole : whole + " " + seconds % SECONDS + " s";
    }
}
